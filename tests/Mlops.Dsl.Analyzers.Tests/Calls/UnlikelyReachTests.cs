using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Analyzers.Tests.Tracking;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Calls;

/// <summary>What a stage may run, and nothing in the code says that it does: told as a suggestion.</summary>
public class UnlikelyReachTests
{
    private const string Ask = "Console.ReadLine()!";
    private const string Shapes =
        "abstract class Shape { public abstract string Name(); } class Round : Shape { public override string Name() => \"\"; } "
        + $"class Asking : Shape {{ public override string Name() => {Ask}; }} ";

    [Theory]
    [InlineData(
        "new Help().Size",
        $"class Help {{ public int Size => 1; public override string ToString() => {Ask}; }}",
        DiagnosticSeverity.Info
    )]
    [InlineData("$\"{new Help()}\".Length", $"class Help {{ public override string ToString() => {Ask}; }}", DiagnosticSeverity.Warning)]
    [InlineData("(\"\" + new Help()).Length", $"class Help {{ public override string ToString() => {Ask}; }}", DiagnosticSeverity.Warning)]
    [InlineData(
        "new Help().ToString().Length",
        $"class Help {{ public override string ToString() => {Ask}; }}",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "Help.Size",
        $"static class Help {{ private static readonly Lazy<string> Name = new(() => {Ask}); public static int Size => 1; }}",
        DiagnosticSeverity.Info
    )]
    [InlineData(
        "Help.Size",
        $"static class Help {{ private static readonly Lazy<string> Name = new(() => {Ask}); public static int Size => "
            + $"Name.Value.Length; }}",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "Help.Size",
        $"static class Help {{ private static readonly string Name = {Ask}; public static int Size => Name.Length; }}",
        DiagnosticSeverity.Warning
    )]
    [InlineData(
        "new Help().Size",
        $"class Help {{ private readonly Lazy<string> _name = new(() => {Ask}); public int Size => 1; }}",
        DiagnosticSeverity.Info
    )]
    public async Task What_nothing_asks_for_is_a_suggestion(string expression, string helpers, DiagnosticSeverity severity) =>
        Assert.Equal(severity, await SeverityAsync(expression, helpers, main: ""));

    [Theory]
    [InlineData("Help.Of(new Round()).Length", "", DiagnosticSeverity.Info)]
    [InlineData("Help.Of(new Asking()).Length", "", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Made<Asking>()).Length", "", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Shape!).Length", "Help.Shape = new Asking();", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Shape!).Length", "SetUp.Run();", DiagnosticSeverity.Warning)]
    public async Task What_no_object_was_made_for_is_a_suggestion(string expression, string main, DiagnosticSeverity severity) =>
        Assert.Equal(
            severity,
            await SeverityAsync(
                expression,
                Shapes
                    + "static class Help { public static Shape? Shape; public static string Of(Shape shape) => shape.Name(); public static "
                    + "T Made<T>() where T : new() => new T(); } static class SetUp { public static void Run() => Register<Asking>(); "
                    + "static void Register<T>() where T : Shape => Console.WriteLine(typeof(T)); }",
                main.Length == 0 ? "return;" : main
            )
        );

    [Fact]
    public async Task In_a_library_somebody_else_may_make_it()
    {
        var project = TrackingTest.Rules.Project(
            RuleTest.Pipeline("[Stage] public int Run(Shape shape) => shape.Name().Length; [Stage] public Shape Shape() => new Round();"),
            $"public {Shapes.Replace(" class", " public class", StringComparison.Ordinal)}"
        );

        Assert.Equal(
            DiagnosticSeverity.Warning,
            Assert.Single(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Severity
        );
    }

    [Theory]
    [InlineData("static Numbers() => Tell();", "public static int Size => 1;", DiagnosticSeverity.Info)]
    [InlineData(
        "private static readonly string Name = Tell(); private static readonly int Other = 1;",
        "public static int Size => Other;",
        DiagnosticSeverity.Info
    )]
    [InlineData("private static readonly string Name = Tell();", "public static int Size => Name.Length;", DiagnosticSeverity.Warning)]
    [InlineData(
        "private static string? _name;",
        "public static int Size { get { if (_name == null) { lock (typeof(Numbers)) { if (_name == null) { _name = Tell(); } } } return "
            + "_name.Length; } }",
        DiagnosticSeverity.Info
    )]
    [InlineData("private static string? _name;", "public static int Size => (_name ??= Tell()).Length;", DiagnosticSeverity.Info)]
    [InlineData("", "public static int Size => Tell().Length;", DiagnosticSeverity.Warning)]
    [InlineData(
        "private static string? _name;",
        "public static int Size => _name == null ? 0 : Tell().Length;",
        DiagnosticSeverity.Warning
    )]
    public async Task What_initializes_a_library_that_is_compiled_along_is_a_suggestion(
        string state,
        string size,
        DiagnosticSeverity severity
    )
    {
        var numbers = $"public static class Numbers {{ {state} {size} private static string Tell() => {Ask}; }}";

        Assert.Equal(severity, await SeverityAsync("Calculus.Numbers.Size", Library(numbers, types: 100), main: ""));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync("Calculus.Numbers.Size", Library(numbers, types: 3), main: ""));
    }

    private static string Library(string type, int types) =>
        $"namespace Calculus {{ {type} }} namespace Calculus.Parts {{ "
        + $"{string.Concat(Enumerable.Range(1, types).Select(static i => $"class Part{i}; "))} }}";

    // The set-up is a file of its own: classes that the stages' file names are not what it makes.
    private static async Task<DiagnosticSeverity> SeverityAsync(string expression, string helpers, string main)
    {
        var project = TrackingTest.Rules.Project(RuleTest.Pipeline($"[Stage] public int Run() => {expression};"), helpers);
        project = (main.Length == 0 ? project : project.WithSource("Program.cs", main).AsProgram());
        return Assert.Single(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Severity;
    }
}
