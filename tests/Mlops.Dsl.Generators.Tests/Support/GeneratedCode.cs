using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>
/// Checks of what the compiler says about generated code. Its warnings, which generated code suppresses, count here: each but those that
/// the user's own code causes would be a mistake of the generator.
/// </summary>
internal static class GeneratedCode
{
    /// <summary>Fails on any error, and on any warning inside generated files: users compile with warnings as errors.</summary>
    public static void AssertClean(GeneratorRun run)
    {
        var diagnostics = Strict(run).GetDiagnostics(TestContext.Current.CancellationToken);
        AssertNone(
            diagnostics.Where(static d =>
                d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && IsGenerated(d))
            )
        );
    }

    /// <summary>Fails on any error or warning inside generated files; the user's own files may be wrong.</summary>
    public static void AssertNoDiagnosticsInside(GeneratorRun run) =>
        AssertNone(
            Strict(run)
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static d => d.Severity >= DiagnosticSeverity.Warning && IsGenerated(d))
        );

    /// <summary>The ids of the errors in the user's own files, sorted.</summary>
    public static IEnumerable<string> UserErrors(GeneratorRun run) =>
        run
            .Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static d => d.Severity == DiagnosticSeverity.Error && !IsGenerated(d))
            .Select(static d => d.Id)
            .Order(StringComparer.Ordinal);

    private static Compilation Strict(GeneratorRun run)
    {
        Compilation compilation = run.Compilation;
        foreach (var tree in compilation.SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            var text = tree.GetText()
                .ToString()
                .Replace("#pragma warning disable\n", "#pragma warning disable CS0612, CS0618, EXP1\n", StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text)));
        }

        return compilation;
    }

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        var lines = diagnostics
            .Select(static d => $"{d}\n{d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}")
            .ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}
