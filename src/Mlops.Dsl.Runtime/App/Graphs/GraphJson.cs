using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Graphs;

/// <summary>Writes a pipeline's graph as JSON.</summary>
internal static class GraphJson
{
    /// <summary>Writes an object with <c>pipeline</c>, <c>stages</c> and <c>edges</c>.</summary>
    public static void Write(Utf8JsonWriter writer, PipelineDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("pipeline", definition.Name);
        writer.WriteStartArray("stages");
        foreach (var stage in definition.Stages)
        {
            writer.WriteStartObject();
            writer.WriteString("name", stage.Name);
            writer.WriteString("kind", stage.Kind.ToString().ToLowerInvariant());
            writer.WriteIfAny("description", stage.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        foreach (var edge in GraphEdge.Of(definition))
        {
            writer.WriteStartObject();
            writer.WriteString("from", edge.From.Name);
            writer.WriteString("to", edge.To.Name);
            writer.WriteString("kind", edge.Kind.ToString().ToLowerInvariant());
            writer.WriteIfAny("label", edge.Label.Length == 0 ? null : edge.Label);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
