using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>
/// Fixing everything at once, for each fix of a declaration. That a single diagnostic is fixed by fix-all as by the fix itself is checked
/// wherever a fix is.
/// </summary>
public class FixAllTests
{
    public static TheoryData<Type> Fixes =>
        [.. typeof(MakePartialFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_can_fix_everything_at_once(Type fix) =>
        Assert.NotNull(((CodeFixProvider)Activator.CreateInstance(fix)!).GetFixAllProvider());

    [Fact]
    public async Task Classes_are_sealed() =>
        await RuleTest.VerifyFixAllAsync<SealPipelineFix>(
            "[Pipeline(\"a\")] public partial class {|MLP1009:A|} { } [Pipeline(\"b\")] partial class {|MLP1009:B|} { }",
            "[Pipeline(\"a\")] public sealed partial class A { } [Pipeline(\"b\")] sealed partial class B { }"
        );

    [Fact]
    public async Task Hidden_classes_are_made_internal_together() =>
        await RuleTest.VerifyFixAllAsync<MakeInternalFix>(
            "partial class Outer { private partial class Middle { [Pipeline(\"a\")] sealed partial class {|MLP1002:A|} { } "
                + "[Pipeline(\"b\")] private sealed partial class {|MLP1002:B|} { } } }",
            "partial class Outer { internal partial class Middle { [Pipeline(\"a\")] internal sealed partial class A { } [Pipeline(\"b\")] "
                + "internal sealed partial class B { } } }"
        );

    [Fact]
    public async Task Names_are_corrected() =>
        await FixAllAsync<UseNearestNameFix>(
            "[Stage] public int Count() => 1;\n[Stage, After({|MLP1034:\"Cuont\"|})] public void A() { }\n[Stage, "
                + "After({|MLP1034:\"Cuont\"|}), After({|MLP1034:\"Cuont\"|})] public void B() { }",
            "[Stage] public int Count() => 1;\n[Stage, After(nameof(Count))] public void A() { }\n[Stage, After(nameof(Count)), "
                + "After(nameof(Count))] public void B() { }"
        );

    [Fact]
    public async Task Placeholders_of_one_location_are_corrected() =>
        await FixAllAsync<UseNearestNameFix>(
            "[Parameter] public string Folder { get; init; } = \"\";\n[Source(\"{{|MLP1054:Foldr|}}/{{|MLP1054:Foldr|}}\")] public partial "
                + "FileSet Docs();",
            "[Parameter] public string Folder { get; init; } = \"\";\n[Source(\"{Folder}/{Folder}\")] public partial FileSet Docs();"
        );

    [Fact]
    public async Task Parameters_are_bound() =>
        await FixAllAsync<AddFromFix>(
            "[Stage] public int A() => 1;\n[Stage] public int B() => 1;\n[Stage] public string C(int {|MLP1032:x|}, int {|MLP1032:y|}) => "
                + "\"\";\n[Stage] public void D(int {|MLP1032:x|}) { }",
            "[Stage] public int A() => 1;\n[Stage] public int B() => 1;\n[Stage] public string C([From(nameof(A))] int x, "
                + "[From(nameof(A))] int y) => \"\";\n[Stage] public void D([From(nameof(A))] int x) { }"
        );

    [Fact]
    public async Task Tuples_are_named() =>
        await FixAllAsync<NameTupleElementsFix>(
            "[Stage] public ({|MLP1015:int|}, {|MLP1015:string|}) A() => default;\n[Stage] public (double Ok, {|MLP1015:byte|}) B() => "
                + "default;",
            "[Stage] public (int Int, string String) A() => default;\n[Stage] public (double Ok, byte Byte) B() => default;"
        );

    [Fact]
    public async Task Stages_return_tasks() =>
        await FixAllAsync<ReturnTaskFix>(
            "[Stage] public async void {|MLP1013:A|}() => await Task.Yield();\n[Stage] public async void {|MLP1013:B|}() => await "
                + "Task.Yield();",
            "[Stage] public async Task A() => await Task.Yield();\n[Stage] public async Task B() => await Task.Yield();"
        );

    [Fact]
    public async Task Tokens_are_added() =>
        await FixAllAsync<AddCancellationTokenFix>(
            "[Stage, {|MLP1024:Timeout(\"00:01:00\")|}] public int A() => 1;\n[Stage, {|MLP1024:Timeout(\"00:01:00\")|}] public string "
                + "B(int a) => \"\";",
            "[Stage, Timeout(\"00:01:00\")] public int A(CancellationToken cancellationToken) => 1;\n[Stage, Timeout(\"00:01:00\")] public "
                + "string B(int a, CancellationToken cancellationToken) => \"\";"
        );

    [Fact]
    public async Task Parameters_are_made_settable() =>
        await FixAllAsync<MakeParameterSettableFix>(
            "[Parameter] public int {|MLP1061:A|} => 1;\n[Parameter] public int {|MLP1061:B|} { get; } = 2;",
            "[Parameter] public int A { get; init; } = 1;\n[Parameter] public int B { get; init; } = 2;"
        );

    [Fact]
    public async Task Sources_are_made_partial() =>
        await FixAllAsync<SourcePartialFix>(
            "[Source(\"a/*\")] public FileSet {|MLP1051:A|}() => null!;\n[Source(\"b/*\")] public FileSet {|MLP1051:B|}() { return "
                + "null!; }",
            "[Source(\"a/*\")] public partial FileSet A();\n[Source(\"b/*\")] public partial FileSet B();"
        );

    private static Task FixAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => RuleTest.VerifyFixAllAsync<TFix>(RuleTest.Pipeline(before), RuleTest.Pipeline(after));
}
