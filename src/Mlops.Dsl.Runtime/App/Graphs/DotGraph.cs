using System.Globalization;
using System.Text;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Graphs;

/// <summary>Draws a pipeline in Graphviz' language.</summary>
internal static class DotGraph
{
    /// <summary>The digraph's text.</summary>
    public static string Draw(PipelineDefinition definition)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"digraph {Quote(definition.Name)} {{\n    node [shape=box, fontname=\"sans-serif\"];\n");
        foreach (var stage in definition.Stages)
        {
            var shape = stage.Kind switch
            {
                StageKind.Source => ", shape=cylinder",
                StageKind.Gate => ", shape=diamond",
                StageKind.Publish => ", shape=box, style=rounded",
                StageKind.Notify or StageKind.Start => ", shape=cds",
                _ => "",
            };
            text.Append(CultureInfo.InvariantCulture, $"    s{stage.Index} [label={Quote(stage.Name)}{shape}];\n");
        }

        foreach (var edge in GraphEdge.Of(definition))
        {
            var attributes = new List<string>(2);
            if (edge.Label.Length > 0)
            {
                attributes.Add($"label={Quote(edge.Label)}");
            }

            if (edge.Kind != EdgeKind.Input)
            {
                attributes.Add("style=dashed");
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"    s{edge.From.Index} -> s{edge.To.Index}{(attributes.Count == 0 ? "" : $" [{string.Join(", ", attributes)}]")};\n"
            );
        }

        return text.Append('}').ToString();
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
