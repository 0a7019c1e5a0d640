using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the operation of a method.</summary>
internal sealed class PredictOperation(Utf8JsonWriter writer, ServiceDefinition service, PredictMethod method)
{
    public void Write()
    {
        writer.WriteStartObject($"/{service.Name}/{method.Path}");
        writer.WriteStartObject("post");
        writer.WriteString("operationId", $"{service.Name}-{method.Path}");
        writer.WriteString("summary", $"Predicts with the version of '{method.Model}' that '{method.Alias}' names");
        if (method.Description is not null)
        {
            writer.WriteString("description", method.Description);
        }

        writer.WriteStartArray("tags");
        writer.WriteStringValue(service.Name);
        writer.WriteEndArray();
        WriteParameters();
        Operation.WriteBody(writer, () => method.WriteInputSchema(writer));
        writer.WriteStartObject("responses");
        Operation.WriteResponse(writer, "200", "The prediction", WriteAnswer);
        Operation.WriteProblems(
            writer,
            ("400", "The body is no row: what is wrong with which column"),
            ("409", "A request with this id was answered before"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("422", "A value breaks a constraint: which, and of which column"),
            ("503", "No model answers now: why, and what to do")
        );
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteParameters()
    {
        writer.WriteStartArray("parameters");
        writer.WriteStartObject();
        writer.WriteString("name", "X-Request-Id");
        writer.WriteString("in", "header");
        writer.WriteString("description", "The request's id, which no other has; a new one where it is left out");
        writer.WriteStartObject("schema");
        writer.WriteString("type", "string");
        writer.WriteString("pattern", "^[A-Za-z0-9._:-]{1,128}$");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void WriteAnswer()
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("requestId");
        writer.WriteString("type", "string");
        writer.WriteString("description", "By which the label is told later");
        writer.WriteEndObject();
        writer.WritePropertyName("prediction");
        method.WritePredictionSchema(writer);
        writer.WriteStartObject("modelVersion");
        writer.WriteString("type", "integer");
        writer.WriteNumber("minimum", 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue("requestId");
        writer.WriteStringValue("prediction");
        writer.WriteStringValue("modelVersion");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
