using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the parts that operations share.</summary>
internal static class Operation
{
    /// <summary>Writes what is sent.</summary>
    public static void WriteBody(Utf8JsonWriter writer, Action writeSchema)
    {
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", value: true);
        WriteContent(writer, "application/json", writeSchema);
        writer.WriteEndObject();
    }

    /// <summary>Writes a response; without a schema it has no body.</summary>
    public static void WriteResponse(Utf8JsonWriter writer, string status, string description, Action? writeSchema)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", description);
        if (writeSchema is not null)
        {
            WriteContent(writer, "application/json", writeSchema);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes responses that are problems.</summary>
    public static void WriteProblems(Utf8JsonWriter writer, params ReadOnlySpan<(string Status, string Description)> problems)
    {
        foreach (var (status, description) in problems)
        {
            writer.WriteStartObject(status);
            writer.WriteString("description", description);
            if (status == "503")
            {
                writer.WriteStartObject("headers");
                writer.WriteStartObject("Retry-After");
                writer.WriteString("description", "Seconds after which to try again");
                writer.WriteStartObject("schema");
                writer.WriteString("type", "integer");
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            WriteContent(
                writer,
                "application/problem+json",
                () =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("$ref", "#/components/schemas/Problem");
                    writer.WriteEndObject();
                }
            );
            writer.WriteEndObject();
        }
    }

    private static void WriteContent(Utf8JsonWriter writer, string type, Action writeSchema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(type);
        writer.WritePropertyName("schema");
        writeSchema();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
