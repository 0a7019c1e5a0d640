using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>Checks of what the compiler says about generated code.</summary>
internal static class GeneratedCode
{
    /// <summary>Fails on any error, and on any warning inside generated files: users compile with warnings as errors.</summary>
    public static void AssertClean(GeneratorRun run)
    {
        AssertNoDiagnosticsInside(run);
        AssertNone(run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>Fails on any error or warning inside generated files; the user's own files may be wrong.</summary>
    public static void AssertNoDiagnosticsInside(GeneratorRun run) => AssertNone(
        run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning && IsGenerated(d)));

    /// <summary>The ids of the errors in the user's own files, sorted.</summary>
    public static IEnumerable<string> UserErrors(GeneratorRun run) =>
        run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static d => d.Severity == DiagnosticSeverity.Error && !IsGenerated(d))
            .Select(static d => d.Id)
            .Order(StringComparer.Ordinal);

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        var lines = diagnostics.Select(static d => $"{d}\n{d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}").ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}
