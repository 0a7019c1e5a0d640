using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

public class WiringProblemTests
{
    [Theory]
    [InlineData("[Stage] public int A() => 1; [Stage] public void B(string text) { }", "UnboundInput at text: text; B; string; A (int)")]
    [InlineData(
        "[Stage] public int A() => 1; [Stage] public int B() => 1; [Stage] public void C(int x) { }",
        "AmbiguousInput at x: x; C; int; A, B"
    )]
    [InlineData(
        "[Stage] public int A() => 1; [Stage] public string B() => \"\"; [Stage] public void C(string a) { }",
        "IllTypedInput at a: a; C; string; A; int; B"
    )]
    [InlineData(
        "[Stage] public string? A() => null; [Stage] public void C(string a) { }",
        "IllTypedInput at a: a; C; string; A; string?; "
    )]
    [InlineData("[Stage] public string? A() => null; [Stage] public void C(string x) { }", "UnboundInput at x: x; C; string; A (string?)")]
    [InlineData(
        "[Stage] public int A() => 1; [Stage] public void C([From(\"A\")] string x) { }",
        "IllTypedInput at \"A\": x; C; string; A; int; "
    )]
    [InlineData(
        "[Stage] public int Alpha() => 1; [Stage] public void C([From(\"Alhpa\")] int x) { }",
        "UnknownTarget at \"Alhpa\": From; C; Alhpa; Alpha; Alpha"
    )]
    [InlineData("[Stage] public int A() => 1; [Stage, After(\"Z\")] public void C() { }", "UnknownTarget at \"Z\": After; C; Z; ; A")]
    [InlineData(
        "[Stage] public int A() => 1; [Stage, When(nameof(A))] public void C() { }",
        "ConditionIsNoGateOrBool at nameof(A): When; C; A; int"
    )]
    [InlineData(
        "[Parameter] public bool Dry { get; init; } [Stage, Unless(\"Dri\")] public void C() { }",
        "UnknownTarget at \"Dri\": Unless; C; Dri; Dry; Dry"
    )]
    [InlineData(
        "[Stage] public int A() => 1; [Stage, ForEach(nameof(A))] public void C(int a) { }",
        "ForEachTargetIsNoList at nameof(A): C; A; int"
    )]
    [InlineData(
        "[Stage] public int[] A() => []; [Stage] public string T() => \"\"; [Stage, ForEach(nameof(A))] public void C(string t) { }",
        "ForEachElementUnused at nameof(A): C; A; int"
    )]
    [InlineData(
        "[Stage] public int[] A() => []; [Stage, ForEach(nameof(A))] public int B(int x) => x; [Stage] public void C(int b) { }",
        "CollectedInputIsNoList at b: b; C; int; B; IReadOnlyList<int>"
    )]
    [InlineData(
        "[Stage] public int A(int c) => c; [Stage] public int B(int a) => a; [Stage] public int C(int b) => b;",
        "Cycle at A: A → B → C → A"
    )]
    [InlineData("[Stage, After(nameof(A))] public int A() => 1;", "Cycle at A: A → A")]
    [InlineData("[Stage] public int A([From(nameof(A))] int x) => x;", "Cycle at A: A → A")]
    [InlineData("[Stage] public int A() => 1; [Stage] public int a() => 1;", "DuplicateOutputName at a: a; A")]
    [InlineData("[Stage] public int A() => 1; [Stage] public (int X, int a) B() => (1, 1);", "DuplicateOutputName at B: a; A")]
    [InlineData("[Stage] public (int X, int) B() => (1, 1);", "UnnamedTupleElement at B: B; 2")]
    [InlineData("[Gate] public bool G() => true;", "GateReturnsNoResult at G: G; bool")]
    [InlineData("[Stage] public int Definition() => 1;", "ReservedName at Definition: P; Definition")]
    [InlineData(
        "[Source(\"{Fodler}/*\")] public partial FileSet S(); [Parameter] public string Folder { get; init; } = \"\";",
        "UnknownPlaceholder at \"{Fodler}/*\": S; Fodler; Folder; Folder"
    )]
    public void A_problem_is_reported_where_it_is_and_names_the_candidates(string members, string expected) =>
        Assert.Equal([expected], FoundProblems.Of($"[Pipeline(\"p\")] public sealed partial class P {{ {members} }}"));

    [Theory]
    [InlineData("[Stage] public List<int> A() => []; [Stage] public void C(IReadOnlyList<int> numbers) { }")]
    [InlineData("[Stage] public int A() => 1; [Stage] public void C(int? a) { }")]
    [InlineData("[Stage] public string A() => \"\"; [Stage] public void C(string? a) { }")]
    [InlineData("#nullable disable\n[Stage] public string A() => null; [Stage] public void C(string a) { }\n#nullable enable\n")]
    [InlineData("[Stage] public (int Fit, string Rest2) Fit() => (1, \"\"); [Stage] public void C(int fit) { }")]
    [InlineData("[Publish(\"x\")] public int A() => 1; [Stage] public int B() => 1; [Stage] public void C(int x) { }")]
    [InlineData("[Stage] public int A() => 1; [Stage] public int B(int x) => x;")]
    [InlineData(
        "[Gate] public Task<GateResult> A() => Task.FromResult(GateResult.Pass(\"\")); [Stage, When(nameof(A))] public void B() { }"
    )]
    [InlineData("[Stage] public bool A() => true; [Stage, Unless(\"a\")] public void B() { }")]
    public void What_can_be_bound_is_bound_without_a_word(string members) =>
        Assert.Empty(FoundProblems.Of($"[Pipeline(\"p\")] public sealed partial class P {{ {members} }}"));
}
