using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mlops.Dsl.CodeFixes.Contracts;

/// <summary>Writes the locks of many pipelines. The usual fix-all merges source documents alone.</summary>
internal sealed class RewriteLocksFixAll : FixAllProvider
{
    public static RewriteLocksFixAll Instance { get; } = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(
            CodeAction.Create(
                "Rewrite all locks",
                cancellationToken => ApplyAsync(fixAllContext, cancellationToken),
                fixAllContext.CodeActionEquivalenceKey
            )
        );

    private static async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

            // Backwards, so that a version that is set moves no place that is still to come.
            foreach (var diagnostic in diagnostics.OrderByDescending(static diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                solution = await ApplyAsync(context, solution, project, diagnostic, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static async Task<Solution> ApplyAsync(
        FixAllContext context,
        Solution solution,
        Project project,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var setsVersion = context.CodeActionEquivalenceKey == RewriteLockFix.WithVersion;
        var version = setsVersion ? RewriteLockFix.NextVersion(diagnostic) : null;
        return
            project.GetDocument(diagnostic.Location.SourceTree) is { } original
            && solution.GetDocument(original.Id) is { } document
            && (version is not null || !setsVersion)
            ? await LockEdit.ApplyAsync(document, diagnostic.Location.SourceSpan, version, cancellationToken).ConfigureAwait(false)
            : solution;
    }
}
