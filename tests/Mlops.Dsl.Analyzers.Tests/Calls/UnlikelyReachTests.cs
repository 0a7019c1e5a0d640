using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Analyzers.Tests.Tracking;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Calls;

/// <summary>What a stage may run, and nothing in the code says that it does: told as a suggestion.</summary>
public class UnlikelyReachTests
{
    private const string Ask = "Console.ReadLine()!";
    private const string Shapes = "abstract class Shape { public abstract string Name(); } class Round : Shape { public override string Name() => \"\"; } "
        + $"class Asking : Shape {{ public override string Name() => {Ask}; }} ";

    [Theory]
    [InlineData("new Help().Size", $"class Help {{ public int Size => 1; public override string ToString() => {Ask}; }}", DiagnosticSeverity.Info)]
    [InlineData("$\"{new Help()}\".Length", $"class Help {{ public override string ToString() => {Ask}; }}", DiagnosticSeverity.Warning)]
    [InlineData("(\"\" + new Help()).Length", $"class Help {{ public override string ToString() => {Ask}; }}", DiagnosticSeverity.Warning)]
    [InlineData("new Help().ToString().Length", $"class Help {{ public override string ToString() => {Ask}; }}", DiagnosticSeverity.Warning)]
    [InlineData("Help.Size", $"static class Help {{ private static readonly Lazy<string> Name = new(() => {Ask}); public static int Size => 1; }}", DiagnosticSeverity.Info)]
    [InlineData("Help.Size", $"static class Help {{ private static readonly Lazy<string> Name = new(() => {Ask}); public static int Size => Name.Value.Length; }}", DiagnosticSeverity.Warning)]
    [InlineData("Help.Size", $"static class Help {{ private static readonly string Name = {Ask}; public static int Size => Name.Length; }}", DiagnosticSeverity.Warning)]
    [InlineData("new Help().Size", $"class Help {{ private readonly Lazy<string> _name = new(() => {Ask}); public int Size => 1; }}", DiagnosticSeverity.Info)]
    public async Task What_nothing_asks_for_is_a_suggestion(string expression, string helpers, DiagnosticSeverity severity) =>
        Assert.Equal(severity, await SeverityAsync(expression, helpers, main: ""));

    [Theory]
    [InlineData("Help.Of(new Round()).Length", "", DiagnosticSeverity.Info)]
    [InlineData("Help.Of(new Asking()).Length", "", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Made<Asking>()).Length", "", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Shape!).Length", "Help.Shape = new Asking();", DiagnosticSeverity.Warning)]
    [InlineData("Help.Of(Help.Shape!).Length", "SetUp.Run();", DiagnosticSeverity.Warning)]
    public async Task What_no_object_was_made_for_is_a_suggestion(string expression, string main, DiagnosticSeverity severity) => Assert.Equal(
        severity,
        await SeverityAsync(
            expression,
            Shapes + "static class Help { public static Shape? Shape; public static string Of(Shape shape) => shape.Name(); public static T Made<T>() where T : new() => new T(); } "
            + "static class SetUp { public static void Run() => Register<Asking>(); static void Register<T>() where T : Shape => Console.WriteLine(typeof(T)); }",
            main.Length == 0 ? "return;" : main));

    [Fact]
    public async Task In_a_library_somebody_else_may_make_it()
    {
        var project = TrackingTest.Rules.Project(RuleTest.Pipeline("[Stage] public int Run(Shape shape) => shape.Name().Length; [Stage] public Shape Shape() => new Round();"), $"public {Shapes.Replace(" class", " public class", StringComparison.Ordinal)}");

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Severity);
    }

    // The set-up is a file of its own: classes that the stages' file names are not what it makes.
    private static async Task<DiagnosticSeverity> SeverityAsync(string expression, string helpers, string main)
    {
        var project = TrackingTest.Rules.Project(RuleTest.Pipeline($"[Stage] public int Run() => {expression};"), helpers);
        project = (main.Length == 0 ? project : project.WithSource("Program.cs", main).AsProgram());
        return Assert.Single(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Severity;
    }
}
