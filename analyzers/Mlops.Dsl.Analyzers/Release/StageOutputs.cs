using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>What the stages before a gate tell of the numbers that it takes: a mean of distances is never negative.</summary>
internal static class StageOutputs
{
    /// <summary>The numbers that the parameters of a gate can be, as far as the bodies of the stages that make them tell.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="body">Its body.</param>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static Dictionary<ISymbol, Interval> Of(
        IMethodSymbol gate,
        IOperation body,
        BoundPipeline pipeline,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<ISymbol, Interval>(SymbolEqualityComparer.Default);
        var declared = pipeline.Stages.FirstOrDefault(stage =>
            SymbolEqualityComparer.Default.Equals(stage.Method, gate.PartialDefinitionPart ?? gate)
        );
        foreach (var input in declared?.Inputs ?? [])
        {
            if (
                Numbers.Are(input.Parameter.Type)
                && CalledBody.Of(input.Output.Stage.Method, body.SemanticModel, cancellationToken) is { } made
            )
            {
                // A stage that gives a constant stands for one that will measure something.
                var range = Range(made, input, cancellationToken);
                known[gate.Parameters[input.Parameter.Ordinal]] = range.Low == range.High ? Interval.All : range;
            }
        }

        return known;
    }

    private static Interval Range(IOperation body, InputBinding input, CancellationToken cancellationToken)
    {
        var ranges = new Ranges(
            LocalWrites.In(body),
            new Dictionary<ISymbol, Interval>(SymbolEqualityComparer.Default),
            depth: 1,
            cancellationToken
        );
        var values = CalledBody
            .Results(body)
            .ConvertAll(result =>
                !input.Output.Stage.IsTuple ? result
                : Ranges.Plain(result) is ITupleOperation tuple && input.Output.Ordinal < tuple.Elements.Length
                    ? tuple.Elements[input.Output.Ordinal]
                : null
            );
        return values.Count == 0 || values.Contains(null)
            ? Interval.All
            : values.Select(value => ranges.Of(value!)).Aggregate(static (all, next) => all.Or(next));
    }
}
