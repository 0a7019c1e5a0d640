using System.Runtime.InteropServices;

namespace Mlops.Dsl.Storage;

/// <summary>One execution of a stage (or of one element of a <see cref="ForEachAttribute"/> stage), to be committed.</summary>
public sealed record ExecutionCommit
{
    /// <summary>The stage's index in the pipeline's definition: the place of its outcome in the run.</summary>
    public required int Position { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The element's index; null for a stage as a whole. Elements get no outcome of their own in the run.</summary>
    public int? Element { get; init; }

    /// <summary>What later runs find the outputs by; null for failures, and where the stage's code is not known.</summary>
    public CacheKey? Key { get; init; }

    /// <summary>What went into the key, or would have.</summary>
    public KeyParts Parts { get; init; } = new();

    /// <summary>
    /// Why it was executed, for people, such as <c>TrainShare 0.8 → 0.9</c>: the reason of the stage's outcome in the run.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Whether the stage succeeded. A failure is recorded for its logs and error, and is never reused.</summary>
    public bool Succeeded { get; init; } = true;

    /// <summary>What went wrong, for people; null when the stage succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>When the last attempt began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long the last attempt took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many attempts were made, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many elements a <see cref="ForEachAttribute"/> stage as a whole had, and what became of them.</summary>
    public ElementCounts? Elements { get; init; }

    /// <summary>The outputs, by output name, in order.</summary>
    public IReadOnlyList<NamedArtifact> Outputs { get; init; } = [];

    /// <summary>The metrics, in the order in which they were logged.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>What the stage logged.</summary>
    public IReadOnlyList<LogLine> Logs { get; init; } = [];

    /// <summary>The entry to publish with the commit; null for other stages.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The effect to put into the outbox with the commit; null for other stages.</summary>
    public Effect? Effect { get; init; }
}

/// <summary>An output's name and what it holds.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Artifact">The artifact.</param>
public readonly record struct NamedArtifact(string Name, StoredArtifact Artifact);

/// <summary>An entry to publish.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Artifact">The published artifact, which is an output of the execution.</param>
/// <param name="TypeName">Its C# type.</param>
/// <param name="Schema">Its codec's schema.</param>
/// <param name="RequiredApprovals">How many different people must approve the version before any alias but <c>candidate</c> may name
/// it.</param>
public sealed record Publication(string Name, ArtifactReference Artifact, string TypeName, string Schema, int RequiredApprovals = 0);

/// <summary>A value that a stage measured.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Step">The epoch, iteration or batch.</param>
/// <param name="Value">The value; NaN and infinities are values.</param>
public readonly record struct Metric(string Name, long Step, double Value);

/// <summary>A line that a stage logged.</summary>
/// <param name="Time">When.</param>
/// <param name="Level">The <c>Microsoft.Extensions.Logging.LogLevel</c>.</param>
/// <param name="Message">What.</param>
public readonly record struct LogLine(DateTimeOffset Time, Microsoft.Extensions.Logging.LogLevel Level, string Message);

/// <summary>What became of the elements of a <see cref="ForEachAttribute"/> stage in a run.</summary>
/// <param name="Executed">How many were executed.</param>
/// <param name="Reused">How many were reused.</param>
/// <param name="Failed">How many failed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ElementCounts(int Executed, int Reused, int Failed);

/// <summary>A commit that is durable.</summary>
/// <param name="Execution">The execution's number in the store.</param>
/// <param name="Published">The entry that the commit published or found unchanged; null for other stages.</param>
public readonly record struct CommittedExecution(long Execution, PublishedEntry? Published);

/// <summary>A commit that was accepted in its order, and becomes durable soon.</summary>
/// <param name="Durable">Completes when the commit would survive a crash, or fails with a <see cref="StoreException"/>.</param>
public readonly record struct PendingCommit(Task<CommittedExecution> Durable);

/// <summary>What a look-up by cache key finds: enough to go on without computing.</summary>
/// <param name="Execution">The execution's number in the store.</param>
/// <param name="Key">Its cache key.</param>
/// <param name="RunId">The run that executed it.</param>
/// <param name="Outputs">The outputs, in order.</param>
public sealed record CachedExecution(long Execution, CacheKey Key, string RunId, IReadOnlyList<ArtifactReference> Outputs);

/// <summary>All that is kept of an execution but its metrics and logs.</summary>
public sealed record ExecutionRecord
{
    /// <summary>Its number in the store; later ones are greater.</summary>
    public required long Execution { get; init; }

    /// <summary>The run that executed it.</summary>
    public required string RunId { get; init; }

    /// <summary>The metadata name of the pipeline's class.</summary>
    public required string PipelineType { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The element's index; null for a stage as a whole.</summary>
    public int? Element { get; init; }

    /// <summary>The cache key; null where there was none, or where an output turned out corrupt.</summary>
    public CacheKey? Key { get; init; }

    /// <summary>What went into the key, or would have.</summary>
    public required KeyParts Parts { get; init; }

    /// <summary>Whether the stage succeeded.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>What went wrong, for people; null when the stage succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>When the last attempt began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long the last attempt took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many attempts were made.</summary>
    public required int Attempts { get; init; }

    /// <summary>The outputs, by output name, in order.</summary>
    public required IReadOnlyList<NamedOutput> Outputs { get; init; }
}

/// <summary>An output's name, identity and size.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Artifact">The artifact.</param>
public readonly record struct NamedOutput(string Name, ArtifactReference Artifact);
