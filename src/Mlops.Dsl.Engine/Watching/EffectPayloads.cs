using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What the outbox keeps of a notice.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The rest, as plain text.</param>
/// <param name="Origin">Who tells it.</param>
public sealed record NoticePayload(string Subject, string Text, EffectOrigin Origin)
{
    /// <summary>Writes it as JSON.</summary>
    public string ToJson() =>
        PayloadJson.Write(
            Origin,
            json =>
            {
                json.WriteString("subject", Subject);
                json.WriteString("text", Text);
            }
        );

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static NoticePayload Parse(string json) =>
        PayloadJson.Read(
            json,
            static root => new NoticePayload(PayloadJson.Text(root, "subject"), PayloadJson.Text(root, "text"), PayloadJson.Origin(root))
        );
}

/// <summary>What the outbox keeps of a request to start a pipeline.</summary>
/// <param name="Pipeline">The pipeline to start.</param>
/// <param name="Parameters">The values of its parameters as texts, by name; null for a null value.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Origin">Who asks for it.</param>
public sealed record StartPayload(
    string Pipeline,
    IReadOnlyList<KeyValuePair<string, string?>> Parameters,
    string Reason,
    EffectOrigin Origin
)
{
    /// <summary>Writes it as JSON.</summary>
    public string ToJson() =>
        PayloadJson.Write(
            Origin,
            json =>
            {
                json.WriteString("start", Pipeline);
                json.WriteString("reason", Reason);
                json.WriteStartArray("parameters");
                foreach (var (name, value) in Parameters)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString("value", value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static StartPayload Parse(string json) =>
        PayloadJson.Read(
            json,
            static root => new StartPayload(
                PayloadJson.Text(root, "start"),
                [
                    .. root.GetProperty("parameters")
                        .EnumerateArray()
                        .Select(static item => new KeyValuePair<string, string?>(
                            PayloadJson.Text(item, "name"),
                            item.GetProperty("value").GetString()
                        )),
                ],
                PayloadJson.Text(root, "reason"),
                PayloadJson.Origin(root)
            )
        );
}

/// <summary>Writes and reads payloads.</summary>
internal static class PayloadJson
{
    public static string Write(EffectOrigin origin, Action<Utf8JsonWriter> properties)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteString("pipeline", origin.Pipeline);
            json.WriteString("stage", origin.Stage);
            json.WriteString("run", origin.RunId);
            if (origin.Window is { } window)
            {
                json.WriteString("window", window.ToString());
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public static T Read<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"The payload of an effect is not what this program writes: {exception.Message}", exception);
        }
    }

    public static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"The payload of an effect has no '{name}'.");

    public static EffectOrigin Origin(JsonElement root) =>
        new(
            Text(root, "pipeline"),
            Text(root, "stage"),
            Text(root, "run"),
            root.TryGetProperty("window", out var text) && ParameterFormats.TimeWindow.TryParse(text.GetString() ?? "", out var window)
                ? window
                : null
        );
}
