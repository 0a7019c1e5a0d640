using System.Buffers;
using System.Text.Json;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Writes the parts of a cache key that many executions share (all but the inputs) as JSON, and reads them back.</summary>
internal static class KeyPartsFormat
{
    /// <summary>Writes the shared parts: equal parts, equal bytes.</summary>
    public static byte[] Write(KeyParts parts)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("runtime", parts.RuntimeVersion);
            if (parts.Platform.Length > 0)
            {
                json.WriteString("platform", parts.Platform);
            }

            if (parts.VersionToken is not null)
            {
                json.WriteString("versionToken", parts.VersionToken);
            }

            WriteTexts(json, "parameters", parts.Parameters);
            WriteTexts(json, "codecs", parts.Codecs);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static KeyParts Read(ReadOnlyMemory<byte> content, ContentHash? fingerprint, IReadOnlyList<NamedContent> inputs)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        return new KeyParts
        {
            Fingerprint = fingerprint,
            RuntimeVersion = root.GetProperty("runtime").GetString()!,
            Platform = root.TryGetProperty("platform", out var platform) ? platform.GetString()! : "",
            VersionToken = root.TryGetProperty("versionToken", out var token) ? token.GetString() : null,
            Parameters = ReadTexts(root.GetProperty("parameters")),
            Codecs = ReadTexts(root.GetProperty("codecs")),
            Inputs = inputs,
        };
    }

    // Arrays of pairs, because order counts.
    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<NamedText> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStartArray();
            json.WriteStringValue(text.Name);
            json.WriteStringValue(text.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static NamedText[] ReadTexts(JsonElement array) =>
        [.. array.EnumerateArray().Select(static pair => new NamedText(pair[0].GetString()!, pair[1].GetString()))];
}
