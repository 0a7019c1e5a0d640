using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the operations that tell how the services are.</summary>
internal static class HealthOperations
{
    public static void Write(Utf8JsonWriter writer)
    {
        WriteGet(writer, "/health/live", "health-live", "Whether the process answers", ("200", "It does"));
        WriteGet(
            writer,
            "/health/ready",
            "health-ready",
            "Which models answer, and what is wrong",
            ("200", "Each method has a model, and answers can be recorded"),
            ("503", "A method has none, or answers can't be recorded")
        );
    }

    private static void WriteGet(
        Utf8JsonWriter writer,
        string path,
        string id,
        string summary,
        params ReadOnlySpan<(string Status, string Description)> responses
    )
    {
        writer.WriteStartObject(path);
        writer.WriteStartObject("get");
        writer.WriteString("operationId", id);
        writer.WriteString("summary", summary);
        writer.WriteStartObject("responses");
        foreach (var (status, description) in responses)
        {
            Operation.WriteResponse(
                writer,
                status,
                description,
                () =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("type", "object");
                    writer.WriteEndObject();
                }
            );
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
