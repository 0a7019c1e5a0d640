using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Graphs;

/// <summary>Why one stage comes before another.</summary>
internal enum EdgeKind
{
    /// <summary>It takes the other's output.</summary>
    Input = 0,

    /// <summary>The other decides whether it runs.</summary>
    Condition,

    /// <summary>It is ordered after the other.</summary>
    After,
}

/// <summary>One edge of a pipeline's graph.</summary>
/// <param name="From">The stage that comes first.</param>
/// <param name="To">The stage that depends on it.</param>
/// <param name="Kind">Why.</param>
/// <param name="Label">The output, where the stage has several; how a condition must turn out; else empty.</param>
internal sealed record GraphEdge(StageDefinition From, StageDefinition To, EdgeKind Kind, string Label)
{
    /// <summary>The edges of a pipeline, in the order of the stages that depend.</summary>
    public static IEnumerable<GraphEdge> Of(PipelineDefinition definition)
    {
        foreach (var stage in definition.Stages)
        {
            foreach (var input in stage.Inputs)
            {
                var from = definition.Stages[input.Stage];
                var label = from.Outputs.Count > 1 ? from.Outputs[input.Output].Name : "";
                yield return new GraphEdge(from, stage, EdgeKind.Input, input.Elements is null ? label : $"{label} each".TrimStart());
            }

            foreach (var condition in stage.Conditions)
            {
                if (condition.Stage >= 0)
                {
                    yield return new GraphEdge(
                        definition.Stages[condition.Stage],
                        stage,
                        EdgeKind.Condition,
                        condition.Expected ? "when" : "unless"
                    );
                }
            }

            foreach (var before in stage.After)
            {
                yield return new GraphEdge(definition.Stages[before], stage, EdgeKind.After, "after");
            }
        }
    }
}
