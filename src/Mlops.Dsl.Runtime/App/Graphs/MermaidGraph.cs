using System.Globalization;
using System.Text;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Graphs;

/// <summary>Draws a pipeline as a Mermaid flowchart.</summary>
internal static class MermaidGraph
{
    /// <summary>The flowchart's text. Nodes are numbered, so that no stage's name can be a word of Mermaid's.</summary>
    public static string Draw(PipelineDefinition definition)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var stage in definition.Stages)
        {
            var (open, close) = stage.Kind switch
            {
                StageKind.Source => ("[(", ")]"),
                StageKind.Gate => ("{", "}"),
                StageKind.Publish => ("([", "])"),
                StageKind.Notify or StageKind.Start => ("[/", "/]"),
                _ => ("[", "]"),
            };
            text.Append(CultureInfo.InvariantCulture, $"    s{stage.Index}{open}\"{Escape(stage.Name)}\"{close}\n");
        }

        foreach (var edge in GraphEdge.Of(definition))
        {
            var arrow = edge.Kind == EdgeKind.Input ? "-->" : "-.->";
            var label = edge.Label.Length == 0 ? "" : $"|\"{Escape(edge.Label)}\"|";
            text.Append(CultureInfo.InvariantCulture, $"    s{edge.From.Index} {arrow}{label} s{edge.To.Index}\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Escape(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);
}
