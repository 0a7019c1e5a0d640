using System.Text;
using System.Text.Json;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>Writes effects as a JSON array.</summary>
internal static class OutboxJson
{
    public static string Write(IReadOnlyList<OutboxRecord> effects)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var effect in effects)
            {
                Write(json, effect);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, OutboxRecord effect)
    {
        json.WriteStartObject();
        json.WriteString("id", effect.Id);
        json.WriteString("kind", effect.Kind);
        json.WriteString("target", effect.Target);
        json.WriteString("status", effect.Status.ToString().ToLowerInvariant());
        json.WriteString("run", effect.RunId);
        json.WriteString("stage", effect.Stage);
        json.WriteString("created", effect.Created);
        json.WriteNumber("attempts", effect.Attempts);
        if (effect.Next is { } next)
        {
            json.WriteString("next", next);
        }

        if (effect.Result is { } result)
        {
            json.WriteString("result", result);
        }

        using var payload = JsonDocument.Parse(effect.Payload);
        json.WritePropertyName("payload");
        payload.RootElement.WriteTo(json);
        json.WriteEndObject();
    }
}
