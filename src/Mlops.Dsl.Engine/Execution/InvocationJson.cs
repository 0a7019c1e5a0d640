using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>How invocations and outcomes are written: each as one line, whatever is in it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ContentHashConverter), typeof(JsonStringEnumConverter<FailureKind>), typeof(JsonStringEnumConverter<LogLevel>)]
)]
[JsonSerializable(typeof(StageInvocation))]
[JsonSerializable(typeof(InvocationOutcome))]
internal sealed partial class InvocationJson : JsonSerializerContext
{
    /// <summary>Reads what was written.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new FormatException($"The description of a {typeof(T).Name} is null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no description of a {typeof(T).Name}: {exception.Message}", exception);
        }
    }
}

/// <summary>Writes hashes as their hexadecimal digits.</summary>
internal sealed class ContentHashConverter : JsonConverter<ContentHash>
{
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ContentHash.TryParse(reader.GetString(), out var hash) ? hash : throw new JsonException("A content hash is malformed.");

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
