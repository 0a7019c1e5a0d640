using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.Engine;

/// <summary>What a child is to do: one line of its standard input, which stays open as long as the parent lives.</summary>
/// <param name="Pipe">The pipe for its answers.</param>
/// <param name="Folder">Where its outputs go.</param>
/// <param name="Invocation">The stage.</param>
/// <param name="Secrets">The values of the secrets.</param>
internal sealed record ChildRequest(string Pipe, string Folder, StageInvocation Invocation, IReadOnlyDictionary<string, string> Secrets);

/// <summary>
/// One line of what a child tells. It goes through a pipe of its own, so that nothing that the stage prints can be taken for it.
/// </summary>
internal sealed record ChildMessage
{
    public required ChildMessageKind Kind { get; init; }

    public LogLevel? Level { get; init; }

    public string? Text { get; init; }

    public string? Details { get; init; }

    public double? Value { get; init; }

    public long? Step { get; init; }

    public bool? IsError { get; init; }

    public bool? IsLed { get; init; }

    public InvocationOutcome? Outcome { get; init; }
}

/// <summary>What a child tells.</summary>
internal enum ChildMessageKind
{
    /// <summary>It has begun, in a group of processes of its own where the system has such.</summary>
    Started = 0,

    /// <summary>The stage logged a line.</summary>
    Logged = 1,

    /// <summary>The stage wrote a line to the console.</summary>
    Written = 2,

    /// <summary>The stage recorded a metric.</summary>
    Metric = 3,

    /// <summary>The stage told how far it is.</summary>
    Progress = 4,

    /// <summary>The stage is done.</summary>
    Done = 5,
}

/// <summary>How requests and messages are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ContentHashConverter)]
)]
[JsonSerializable(typeof(ChildRequest))]
[JsonSerializable(typeof(ChildMessage))]
internal sealed partial class ChildJson : JsonSerializerContext
{
    public static string Write(ChildRequest request) => JsonSerializer.Serialize(request, Default.ChildRequest);

    public static string Write(ChildMessage message) => JsonSerializer.Serialize(message, Default.ChildMessage);

    public static ChildRequest ReadRequest(string line) => InvocationJson.Read(line, Default.ChildRequest);

    public static ChildMessage ReadMessage(string line) => InvocationJson.Read(line, Default.ChildMessage);
}
