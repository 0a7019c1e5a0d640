using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Finds what a gate could decide by.</summary>
internal static class HeldOutMetrics
{
    /// <summary>
    /// What stages measured on held-out data, as parameters of a gate that decides about a publication: <c>ClassificationMetrics evaluate,
    /// double error</c>.
    /// </summary>
    public static string Of(BoundPipeline pipeline, StageDeclaration publication)
    {
        var measuring = pipeline
            .Stages.Where(static stage =>
                stage.Kind == StageKind.Stage
                && Provenance.TakesHeldOut(stage)
                && stage.Outputs.Count == 1
                && !Provenance.IsDataset(stage.Outputs[0].Type)
            )
            .Where(stage =>
                !BoundPipeline.Ancestors(stage).Contains(publication) && !BoundPipeline.Ancestors(publication, Edges.Data).Contains(stage)
            );
        return string.Join(
            ", ",
            measuring.Select(stage =>
                $"{pipeline.ConsumedType(stage.Outputs[0]).Display()} {char.ToLowerInvariant(stage.Name[0])}{stage.Name.Substring(1)}"
            )
        );
    }
}
