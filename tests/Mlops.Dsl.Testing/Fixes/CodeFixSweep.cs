using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>Tries the fixes that are offered for a project's diagnostics, each by itself.</summary>
public static class CodeFixSweep
{
    /// <summary>
    /// What is wrong with the fixes: each that leaves code that does not compile, does not remove its diagnostic, brings another one, or
    /// loses what the author meant.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="providers">The fixes.</param>
    /// <param name="lost">Says what a change that mends a diagnostic loses of what was meant; null where nothing is lost.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(
        TestProject project,
        IReadOnlyList<CodeFixProvider> providers,
        Func<Diagnostic, SyntaxNode, string?> lost,
        CancellationToken cancellationToken = default
    )
    {
        var problems = new List<string>();
        var start = TestWorkspace.Open(project);
        var before = await DiagnosticsAsync(project, start, cancellationToken);
        foreach (var provider in providers)
        {
            var session = new FixSession(project, start, provider, cancellationToken);
            foreach (
                var diagnostic in before.Where(d =>
                    provider.FixableDiagnosticIds.Contains(d.Id, StringComparer.Ordinal)
                    && start.GetDocument(d.Location.SourceTree) is not null
                )
            )
            {
                foreach (var action in await session.ActionsAsync(diagnostic))
                {
                    var changed = await session.ApplyAsync(action);
                    var problem =
                        Problem(before, await DiagnosticsAsync(project, changed, cancellationToken), diagnostic)
                        ?? await LostAsync(start, changed, root => lost(diagnostic, root), cancellationToken);
                    if (problem is not null)
                    {
                        problems.Add(
                            $"'{action.Title}' for "
                                + $"{DiagnosticText.Describe(diagnostic)}\n{problem}\n{await TextAsync(start, changed, cancellationToken)}"
                        );
                    }
                }
            }
        }

        return problems;
    }

    private static string? Problem(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after, Diagnostic fixedOne)
    {
        var errors = after.Where(IsOfCompiler).ToList();
        return errors.Count > before.Count(IsOfCompiler) ? string.Join('\n', errors.Select(DiagnosticText.Describe))
            : Count(after, fixedOne) >= Count(before, fixedOne) ? "The diagnostic is still reported."
            : after.FirstOrDefault(d => Count(after, d) > Count(before, d) && !IsUncovered(d, fixedOne)) is { } another
                ? $"It brings {DiagnosticText.Describe(another)}"
            : null;
    }

    /// <summary>What nothing validated is followed no further: what else is wrong with the same rows shows when it is mended.</summary>
    private static bool IsUncovered(Diagnostic another, Diagnostic fixedOne) =>
        string.Equals(fixedOne.Id, "MLP2001", StringComparison.Ordinal) && another.Id.StartsWith("MLP2", StringComparison.Ordinal);

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static int Count(IReadOnlyList<Diagnostic> diagnostics, Diagnostic like) =>
        diagnostics.Count(d => string.Equals(d.Id, like.Id, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(
        TestProject test,
        Project project,
        CancellationToken cancellationToken
    )
    {
        var compilation = await TestWorkspace.CompileAsync(project, cancellationToken);
        var current = await TestWorkspace.ReadBackAsync(test, project, cancellationToken);
        var reported = await Analysis.AnalyzerRunner.RunAsync(current, compilation, cancellationToken);
        return [.. reported, .. compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    private static async Task<string?> LostAsync(
        Project before,
        Project after,
        Func<SyntaxNode, string?> lost,
        CancellationToken cancellationToken
    )
    {
        foreach (var id in after.GetChanges(before).GetChangedDocuments())
        {
            if (lost((await after.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken))!) is { } what)
            {
                return what;
            }
        }

        return null;
    }

    private static async Task<string> TextAsync(Project before, Project after, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var id in after.GetChanges(before).GetChangedDocuments())
        {
            texts.Add((await after.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString());
        }

        return string.Join('\n', texts);
    }
}
