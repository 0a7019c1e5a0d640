using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Lets a stage take another set: what is fitted before the split, the training set; what measures on the training set, the test set; what
/// stops or chooses by the test set, the validation set. Offered where the pipeline makes such a set of the same rows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TakeSetFix() : CodeFix<ParameterSyntax>("MLP2003", "MLP2004", "MLP2007", "MLP2008")
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
            || place.Input(node) is not { } input
        )
        {
            return [];
        }

        return diagnostic.Id switch
        {
            "MLP2003" => await OfferAsync(place, input, "TestSet", "ValidationSet", cancellationToken).ConfigureAwait(false),
            "MLP2004" => await OfferBeforeSplitAsync(place, input, cancellationToken).ConfigureAwait(false),
            "MLP2007" => await OfferAtAsync(place, Measuring(place, input), "TrainSet", "TestSet", cancellationToken).ConfigureAwait(false),
            _ => await OfferInsteadAsync(place, input, diagnostic, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>
    /// Lets what is computed from all rows be computed from the training set: in the stage itself, or in the one that it takes the result
    /// from.
    /// </summary>
    internal static async Task<IEnumerable<Edit>> OfferBeforeSplitAsync(
        StagePlace place,
        InputBinding input,
        CancellationToken cancellationToken
    ) =>
        input.Parameter.Type.IsDataset("Validated")
            ? await OfferAsync(place, input, "Validated", "TrainSet", cancellationToken).ConfigureAwait(false)
            : await OfferAtAsync(place, Computing(input), "Validated", "TrainSet", cancellationToken).ConfigureAwait(false);

    /// <summary>The nearest stage on the way to an input that makes something other than rows of all rows.</summary>
    private static StageDeclaration? Computing(InputBinding input) =>
        BoundPipeline
            .Ancestors(input.Output.Stage, Edges.Data)
            .Prepend(input.Output.Stage)
            .FirstOrDefault(static stage =>
                stage.Inputs.Exists(static taken => taken.Parameter.Type.IsDataset("Validated"))
                && !stage.Outputs.Any(static output => Provenance.IsDataset(output.Type))
            );

    /// <summary>The nearest stage on the way to a gate's input that measures on training rows.</summary>
    private static StageDeclaration? Measuring(StagePlace gate, InputBinding metric) =>
        BoundPipeline
            .Ancestors(metric.Output.Stage, Edges.Data)
            .Prepend(metric.Output.Stage)
            .FirstOrDefault(stage => stage.Inputs.Exists(static input => input.Parameter.Type.IsDataset("TrainSet")))
            is { } nearest
        && !StageRoles.IsTraining(nearest, gate.Pipeline)
            ? nearest
            : null;

    /// <summary>Lets what chose, or what measures the choice, do so on another set; nothing where one stage does both.</summary>
    private static async Task<IEnumerable<Edit>> OfferInsteadAsync(
        StagePlace gate,
        InputBinding metric,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var name);
        diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var instead);
        var choosing = gate.Pipeline.Stages.FirstOrDefault(stage => stage.Name == name && stage != metric.Output.Stage);
        return choosing is null ? []
            : instead == "ValidationSet" ? await OfferAtAsync(gate, choosing, "TestSet", instead, cancellationToken).ConfigureAwait(false)
            : await OfferAtAsync(gate, metric.Output.Stage, "ValidationSet", "TestSet", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IEnumerable<Edit>> OfferAtAsync(
        StagePlace gate,
        StageDeclaration? stage,
        string set,
        string wanted,
        CancellationToken cancellationToken
    )
    {
        var inputs = stage?.Inputs.FindAll(input => input.Parameter.Type.IsDataset(set)) ?? [];
        return inputs.Count == 1 && await gate.OfAsync(stage!, cancellationToken).ConfigureAwait(false) is { } place
            ? await OfferAsync(
                    place,
                    place.Stage.Inputs.Find(input => input.Parameter.Ordinal == inputs[0].Parameter.Ordinal)!,
                    set,
                    wanted,
                    cancellationToken
                )
                .ConfigureAwait(false)
            : [];
    }

    private static async Task<IEnumerable<Edit>> OfferAsync(
        StagePlace place,
        InputBinding input,
        string set,
        string wanted,
        CancellationToken cancellationToken
    )
    {
        var edits = new List<Edit>();
        if (input.Parameter.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] } type && type.IsDataset(set))
        {
            foreach (var output in Outputs(place, input, row, wanted))
            {
                var stage = place.Rewired(input, output, parameter => parameter.WithDataset(wanted, $"{wanted}<{place.Written(row)}>"));
                var root = (await place.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
                var changed = place.Document.WithSyntaxRoot(root.ReplaceNode(place.Method, stage)).Project.Solution;
                if (await EditCheck.HoldsAsync(place, changed, cancellationToken).ConfigureAwait(false))
                {
                    edits.Add(Edit.Made($"Take the {Name(wanted)} '{output.Name}' in '{place.Stage.Name}'", changed));
                }
            }
        }

        return edits;
    }

    /// <summary>
    /// The sets of that kind and of the same rows that the stage can take; only those of the same split, where it has some.
    /// </summary>
    private static List<OutputDeclaration> Outputs(StagePlace place, InputBinding input, INamedTypeSymbol row, string wanted)
    {
        var sets = place
            .Pipeline.Stages.Where(stage => stage != place.Stage && !stage.IsForEach)
            .SelectMany(static stage => stage.Outputs)
            .Where(output =>
                output.IsNamed
                && output.Type.IsDataset(wanted)
                && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)output.Type).TypeArguments[0], row)
            )
            .Where(output => place.Stage.Inputs.TrueForAll(taken => taken.Output != output))
            .ToList();
        var near = sets.FindAll(output =>
            output.Stage == input.Output.Stage || output.Stage.Inputs.Exists(taken => taken.Output == input.Output)
        );
        return near.Count > 0 ? near : sets;
    }

    private static string Name(string set) =>
        set switch
        {
            "TrainSet" => "training set",
            "TestSet" => "test set",
            _ => "validation set",
        };
}
