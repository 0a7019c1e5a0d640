using System.Text.Json;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// Writes a lineage as JSON: a list of artifacts and a list of the ways between them, which stay flat however long the ways are.
/// </summary>
internal static class LineageJson
{
    /// <summary>Writes an object with <c>artifact</c>, <c>nodes</c> and <c>edges</c>. A node's number is its place in the list.</summary>
    public static void Write(Utf8JsonWriter writer, Lineage lineage)
    {
        writer.WriteStartObject();
        writer.WriteString("artifact", lineage.Nodes[0].Artifact.ToString());
        writer.WriteStartArray("nodes");
        for (var i = 0; i < lineage.Nodes.Count; i++)
        {
            Write(writer, i, lineage.Nodes[i]);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        for (var i = 0; i < lineage.Nodes.Count; i++)
        {
            foreach (var input in lineage.Nodes[i].Inputs)
            {
                writer.WriteStartObject();
                writer.WriteNumber("from", input.Node);
                writer.WriteNumber("to", i);
                writer.WriteString("input", input.Name);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, int number, LineageNode node)
    {
        writer.WriteStartObject();
        writer.WriteNumber("node", number);
        writer.WriteString("artifact", node.Artifact.ToString());
        if (node.Execution is { } execution)
        {
            writer.WriteString("stage", execution.Stage);
            writer.WriteIfAny("output", node.Output);
            writer.WriteString("run", execution.RunId);
            writer.WriteString("executed", execution.Started);
            writer.WriteIfAny("fingerprint", execution.Parts.Fingerprint?.ToString());
            writer.WriteString("runtimeVersion", execution.Parts.RuntimeVersion);
            writer.WriteIfAny("versionToken", execution.Parts.VersionToken);
            writer.WriteStartObject("parameters");
            foreach (var parameter in execution.Parts.Parameters)
            {
                writer.WriteString(parameter.Name, parameter.Value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
