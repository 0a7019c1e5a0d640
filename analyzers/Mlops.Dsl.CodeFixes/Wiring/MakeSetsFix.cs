using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.CodeFixes.Wiring;

/// <summary>
/// Makes the sets that stages ask for of validated rows that others have split, where the pipeline has as many of those and no set.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeSetsFix() : CodeFix<ParameterSyntax>("MLP1031", "MLP1033")
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
            || place.Method.ParameterList.Parameters.IndexOf(node) is var ordinal && ordinal < 0
            || WantedSets.RowOf(place.Stage.Method.Parameters[ordinal].Type) is not { } row
            || WantedSets.Find(place.Pipeline, row) is not { } sides
            || HoldOutStage.Of(place, sides) is not { } stage
        )
        {
            return [];
        }

        var solution = new SolutionEditor(document.Project.Solution);
        await stage.InsertAsync(solution, cancellationToken).ConfigureAwait(false);
        foreach (
            var (consumer, parameter) in WantedSets
                .Parameters(place.Pipeline, row)
                .Where(wanted => WantedSets.NamesAnOutput(wanted.Parameter, place.Pipeline))
        )
        {
            if (await place.OfAsync(consumer, cancellationToken).ConfigureAwait(false) is { } taking)
            {
                var editor = await solution.GetDocumentEditorAsync(taking.Document.Id, cancellationToken).ConfigureAwait(false);
                var syntax = taking.Method.ParameterList.Parameters[parameter.Ordinal];
                editor.ReplaceNode(syntax, syntax.Bound(HoldOutStage.From(stage.Sets.First(set => parameter.Type.IsDataset(set.Kind)))));
            }
        }

        var changed = solution.GetChangedSolution();
        return await EditCheck.HoldsAsync(place, changed, cancellationToken, solved: 1).ConfigureAwait(false)
            ? [Edit.Made(stage.Title, changed)]
            : [];
    }
}
