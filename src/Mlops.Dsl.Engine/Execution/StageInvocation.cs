using System.Text.Json;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>One attempt of a stage, described so that another process can run it: everything but the secrets' values.</summary>
public sealed record StageInvocation
{
    /// <summary>The version of this description. Another one is refused: both sides are the same build of a program.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The program: the name of its entry assembly.</summary>
    public required string Program { get; init; }

    /// <summary>The modules that must be the same on both sides.</summary>
    public IReadOnlyList<ModuleIdentity> Modules { get; init; } = [];

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The index of the element of a fan-out; null for a stage that runs once.</summary>
    public int? Element { get; init; }

    /// <summary>The values of the parameters as texts. A parameter that is missing has its default.</summary>
    public IReadOnlyList<NamedValue> Parameters { get; init; } = [];

    /// <summary>The names of the secrets that have a value. The values go another way: see <see cref="IStageAttempt.Secrets"/>.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The inputs, in the order of the stage's.</summary>
    public IReadOnlyList<InputReference> Inputs { get; init; } = [];

    /// <summary>1, or more for a retry.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// The fencing token: it is handed out once, grows with every attempt of a run, and an outcome with another one is refused.
    /// </summary>
    public required long Lease { get; init; }

    /// <summary>When the attempt's time is over; null where it has no limit.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The time that the run is about, as <c>start/end</c>; null for a pipeline without a window.</summary>
    public string? Window { get; init; }

    /// <summary>The trace that the attempt belongs to: W3C <c>traceparent</c>; null where nobody traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The location of the store that has the inputs, as a factory that is registered for its kind opens it.</summary>
    public required string Store { get; init; }

    /// <summary>The files among the inputs that sources found and that stay where they are, outside of the store.</summary>
    public IReadOnlyList<FileReference> Files { get; init; } = [];

    /// <summary>Main memory in MiB that the attempt may use; null for as much as there is.</summary>
    public long? MemoryMiB { get; init; }

    /// <summary>
    /// The ids of the accelerators that the attempt has for itself, such as those of <c>CUDA_VISIBLE_DEVICES</c>; null where the run was
    /// given none to hand out.
    /// </summary>
    public IReadOnlyList<string>? Devices { get; init; }

    /// <summary>The least important level of log lines that anyone reads.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The version of the description that this library writes.</summary>
    public static int CurrentFormat => 1;

    /// <summary>Writes it as JSON, in one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, InvocationJson.Default.StageInvocation);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else, or of another version.</exception>
    public static StageInvocation Parse(string json)
    {
        var invocation = InvocationJson.Read(json, InvocationJson.Default.StageInvocation);
        return invocation.Format == CurrentFormat
            ? invocation
            : throw new FormatException($"The stage is described in format {invocation.Format}, expected {CurrentFormat}.");
    }
}

/// <summary>A module of a program.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">The module version id, which each build makes anew.</param>
public sealed record ModuleIdentity(string Name, Guid Version);

/// <summary>A text with a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The text; null for a null value.</param>
public sealed record NamedValue(string Name, string? Value);

/// <summary>An input of a stage in the store.</summary>
/// <param name="Parameter">The parameter of the stage's method.</param>
/// <param name="Content">The hash of the artifact.</param>
/// <param name="Schema">The codec's identity and version.</param>
/// <param name="IsCollected">Whether it is the list of what a fan-out returned: an artifact of its elements' hashes.</param>
public sealed record InputReference(string Parameter, ContentHash Content, string Schema, bool IsCollected = false);
