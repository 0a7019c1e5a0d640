using System.Text;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Graphs;

/// <summary>
/// Draws a pipeline for a terminal: the drawing that the generator put into the definition, else a list of stages with what each takes.
/// </summary>
internal static class AsciiGraph
{
    /// <summary>The drawing.</summary>
    public static string Draw(PipelineDefinition definition)
    {
        if (definition.Diagram.Length > 0)
        {
            return definition.Diagram.TrimEnd();
        }

        var edges = GraphEdge.Of(definition).ToLookup(static edge => edge.To.Index);
        var text = new StringBuilder();
        foreach (var stage in definition.Stages)
        {
            text.Append(stage.Name);
            if (stage.Kind != StageKind.Stage)
            {
                text.Append(" [").Append(stage.Kind.ToString().ToLowerInvariant()).Append(']');
            }

            text.AppendJoin(
                ", ",
                edges[stage.Index]
                    .Select(
                        static (edge, i) => $"{(i == 0 ? " <- " : "")}{edge.From.Name}{(edge.Label.Length == 0 ? "" : $" ({edge.Label})")}"
                    )
            );
            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
