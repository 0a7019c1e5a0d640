using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>A project under a fix provider: its fixable diagnostics, the actions offered, and their application.</summary>
internal sealed class FixSession(TestProject test, Project project, CodeFixProvider provider, CancellationToken cancellationToken)
{
    public Project Project => project;

    public FixSession With(Project changed) => new(test, changed, provider, cancellationToken);

    /// <summary>Diagnostics that the provider says it can fix, in source order: analyzers' and compiler's.</summary>
    public async Task<ImmutableArray<Diagnostic>> FixableAsync()
    {
        var compilation = await TestWorkspace.CompileAsync(project, cancellationToken);
        var current = await TestWorkspace.ReadBackAsync(test, project, cancellationToken);
        var reported = await AnalyzerRunner.RunAsync(current, compilation, cancellationToken);
        return
        [
            .. reported
                .Concat(compilation.GetDiagnostics(cancellationToken))
                .Where(d =>
                    provider.FixableDiagnosticIds.Contains(d.Id, StringComparer.Ordinal)
                    && project.GetDocument(d.Location.SourceTree) is not null
                )
                .OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start),
        ];
    }

    public async Task<ImmutableArray<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        await provider.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken)
        );
        return [.. actions.SelectMany(a => a.NestedActions.IsDefaultOrEmpty ? [a] : a.NestedActions)];
    }

    public async Task<Project> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        var change =
            operations.OfType<ApplyChangesOperation>().SingleOrDefault()
            ?? throw new VerificationException($"The fix '{action.Title}' changes nothing.");
        return change.ChangedSolution.GetProject(project.Id)!;
    }

    public async Task<Project> FixAllAsync(CodeAction first, Diagnostic diagnostic)
    {
        var all = provider.GetFixAllProvider() ?? throw new VerificationException($"{provider.GetType().Name} has no fix-all provider.");
        var key =
            first.EquivalenceKey
            ?? throw new VerificationException($"The fix '{first.Title}' has no equivalence key, which fix-all needs.");
        var context = new FixAllContext(
            project.GetDocument(diagnostic.Location.SourceTree)!,
            provider,
            FixAllScope.Project,
            key,
            [diagnostic.Id],
            new DiagnosticSource(this),
            cancellationToken
        );
        var action = await all.GetFixAsync(context) ?? throw new VerificationException($"Fix-all of '{first.Title}' offers nothing.");
        return await ApplyAsync(action);
    }

    private sealed class DiagnosticSource(FixSession session) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await session.FixableAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        ) => (await session.FixableAsync()).Where(d => session.Project.GetDocument(d.Location.SourceTree)?.Id == document.Id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
