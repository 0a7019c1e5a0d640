using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the operation that takes labels.</summary>
internal static class FeedbackOperation
{
    public static void Write(Utf8JsonWriter writer, ServiceDefinition service)
    {
        writer.WriteStartObject($"/{service.Name}/feedback");
        writer.WriteStartObject("post");
        writer.WriteString("operationId", $"{service.Name}-feedback");
        writer.WriteString("summary", "Tells the right answer of a request that was answered before");
        writer.WriteStartArray("tags");
        writer.WriteStringValue(service.Name);
        writer.WriteEndArray();
        Operation.WriteBody(writer, () => WriteBody(writer, service));
        writer.WriteStartObject("responses");
        Operation.WriteResponse(writer, "204", "The label is recorded", writeSchema: null);
        Operation.WriteProblems(
            writer,
            ("400", "The body is no label, or not of the label's type"),
            ("404", "No request has this id"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("503", "The store did not take the label")
        );
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, ServiceDefinition service)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("requestId");
        writer.WriteString("type", "string");
        writer.WriteString("description", "The requestId of the answer");
        writer.WriteEndObject();
        writer.WriteStartObject("label");
        var types = service
            .Methods.Select(static method => method.Label?.Type.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (types is [var type])
        {
            writer.WriteString("type", type);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue("requestId");
        writer.WriteStringValue("label");
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", value: false);
        writer.WriteEndObject();
    }
}
