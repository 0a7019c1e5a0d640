using System.Text.Json;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What became of a <see cref="StageInvocation"/>.</summary>
public sealed record InvocationOutcome
{
    /// <summary>The invocation's <see cref="StageInvocation.Lease"/>.</summary>
    public required long Lease { get; init; }

    /// <summary>What the stage returned, in the order of its outputs; none where it failed, or ran in the run's own process.</summary>
    public IReadOnlyList<OutputReference> Outputs { get; init; } = [];

    /// <summary>Metrics of which <see cref="IInvocationEvents"/> was not told.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Log lines of which <see cref="IInvocationEvents"/> was not told.</summary>
    public IReadOnlyList<LogLine> Lines { get; init; } = [];

    /// <summary>What the stage asked to be done after its commit; null where it asked for nothing.</summary>
    public RequestedEffect? Effect { get; init; }

    /// <summary>Why it failed; null where it succeeded.</summary>
    public InvocationFailure? Failure { get; init; }

    /// <summary>Whether the result of an element may depend on its position in the list, and not on its content alone.</summary>
    public bool DependsOnPosition { get; init; }

    /// <summary>The most memory in bytes that the stage's processes had in use; null where nobody measured.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>The stage ran in this process, and what it returned is where the engine finds it.</summary>
    internal static InvocationOutcome Here { get; } = new() { Lease = 0 };

    /// <summary>Writes it as JSON, in one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, InvocationJson.Default.InvocationOutcome);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static InvocationOutcome Parse(string json) => InvocationJson.Read(json, InvocationJson.Default.InvocationOutcome);
}

/// <summary>What a stage returned, encoded and not yet in the store.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Content">The hash of the bytes, which is checked when they are committed.</param>
/// <param name="Schema">The codec's identity and version.</param>
/// <param name="Path">The file that has the bytes.</param>
/// <param name="Files">The files that the artifact names, which become part of the store with it.</param>
public sealed record OutputReference(string Name, ContentHash Content, string Schema, string Path, IReadOnlyList<FileReference> Files);

/// <summary>A file that an artifact names.</summary>
/// <param name="Content">The hash of its bytes.</param>
/// <param name="Path">Where it is.</param>
public sealed record FileReference(ContentHash Content, string Path);

/// <summary>Why a stage failed.</summary>
/// <param name="Kind">In general.</param>
/// <param name="Message">For the user.</param>
/// <param name="Details">The exception with its stack trace, if there is one.</param>
public sealed record InvocationFailure(FailureKind Kind, string Message, string? Details = null);

/// <summary>Who or what failed a stage.</summary>
public enum FailureKind
{
    /// <summary>The stage: its method threw, or returned what can't be stored.</summary>
    Stage = 0,

    /// <summary>It was asked to stop and did.</summary>
    Cancelled = 1,

    /// <summary>Its time was over.</summary>
    TimedOut = 2,

    /// <summary>It used more memory than it may.</summary>
    OutOfMemory = 3,

    /// <summary>Its process ended before it did.</summary>
    ProcessEnded = 4,

    /// <summary>Whoever was to run it could not begin.</summary>
    Refused = 5,
}
