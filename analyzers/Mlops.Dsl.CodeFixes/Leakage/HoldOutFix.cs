using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Holds the rows that a model is measured on apart from those that it is fitted to, where each come from a source of their own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class HoldOutFix() : CodeFix<ParameterSyntax>("MLP2010")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        ParameterSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } place
            || place.Input(node)?.Output is not { } newer
            || Older(place, diagnostic) is not { } older
            || HoldOutStage.Of(place, [("TrainSet", older), ("TestSet", newer)]) is not { } stage
        )
        {
            return [];
        }

        var solution = new SolutionEditor(document.Project.Solution);
        await stage.InsertAsync(solution, cancellationToken).ConfigureAwait(false);
        foreach (var consumer in Consumers(place, diagnostic))
        {
            if (await place.OfAsync(consumer, cancellationToken).ConfigureAwait(false) is not { } taking)
            {
                return [];
            }

            var editor = await solution.GetDocumentEditorAsync(taking.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(taking.Method, stage.Taken(taking));
        }

        var changed = solution.GetChangedSolution();
        return await EditCheck.HoldsAsync(place, changed, cancellationToken).ConfigureAwait(false) ? [Edit.Made(stage.Title, changed)] : [];
    }

    private static OutputDeclaration? Older(StagePlace place, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var name)
            ? place
                .Pipeline.Stages.SelectMany(static stage => stage.Outputs)
                .FirstOrDefault(output => output.Name == name && output.Type.IsDataset("Validated"))
            : null;

    private static IEnumerable<StageDeclaration> Consumers(StagePlace place, Diagnostic diagnostic)
    {
        var names = diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var joined) ? joined?.Split(',') ?? [] : [];
        return place.Pipeline.Stages.Where(stage => names.Contains(stage.Name, StringComparer.Ordinal));
    }
}
