using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Lets a gate decide by what a stage has measured on held-out rows, in place of what was measured on the training set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DecideByMetricFix() : CodeFix<ParameterSyntax>("MLP2007")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        ParameterSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } gate
            || gate.Input(node) is not { } input
        )
        {
            return [];
        }

        var edits = new List<Edit>();
        var conversions = new Conversions(gate.Model.Compilation);
        foreach (
            var metric in gate
                .Pipeline.Stages.Where(stage => Measures(stage, gate.Pipeline))
                .Select(static stage => stage.Outputs[0])
                .Where(output => output != input.Output)
        )
        {
            if (conversions.Converts(gate.Pipeline.ConsumedType(metric), input.Parameter.Type))
            {
                var root = (await gate.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
                var changed = gate.Document.WithSyntaxRoot(root.ReplaceNode(gate.Method, gate.Rewired(input, metric))).Project.Solution;
                if (await EditCheck.HoldsAsync(gate, changed, cancellationToken).ConfigureAwait(false))
                {
                    edits.Add(Edit.Made($"Decide by '{metric.Name}'", changed));
                }
            }
        }

        return edits;
    }

    /// <summary>Of a stage that measures on both sets into a tuple, only its code tells which is which.</summary>
    private static bool Measures(StageDeclaration stage, BoundPipeline pipeline) =>
        stage.Kind == StageKind.Stage
        && stage.Outputs.Count == 1
        && Provenance.TakesHeldOut(stage)
        && !Provenance.TakesTraining(stage)
        && !Provenance.IsDataset(stage.Outputs[0].Type)
        && !StageRoles.IsTraining(stage, pipeline);
}
