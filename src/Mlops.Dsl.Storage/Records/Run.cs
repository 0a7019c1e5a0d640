using System.Runtime.InteropServices;

namespace Mlops.Dsl.Storage;

/// <summary>What is known of a run when it begins.</summary>
public sealed record RunStart
{
    /// <summary>The run's id; <see cref="RunIds.Create"/> makes one.</summary>
    public required string Id { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The metadata name of the pipeline's class.</summary>
    public required string PipelineType { get; init; }

    /// <summary>The pipeline's version.</summary>
    public required string PipelineVersion { get; init; }

    /// <summary>The run that this one resumes; null otherwise.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// Whether it begins only if no other run resumes <see cref="Parent"/>: what is resumed without a person's asking is resumed
    /// once.
    /// </summary>
    public bool ResumesFirst { get; init; }

    /// <summary>The tick of a schedule that it is for: recorded with the run, once.</summary>
    public Tick? Tick { get; init; }

    /// <summary>
    /// The effect that asked for the run; null for a run that a person or a schedule began. See <see cref="EffectKinds.TickOf"/>.
    /// </summary>
    public string? AskedForBy =>
        Tick is { } tick && tick.Schedule.StartsWith(EffectKinds.TickPrefix, StringComparison.Ordinal)
            ? tick.Schedule[EffectKinds.TickPrefix.Length..]
            : null;

    /// <summary>The time that it is about; null for a pipeline without a window.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The parameters' values in the form that parses back to them.</summary>
    public IReadOnlyList<RunParameter> Parameters { get; init; } = [];

    /// <summary>The .NET runtime's exact version.</summary>
    public string RuntimeVersion { get; init; } = Environment.Version.ToString();

    /// <summary>The machine that runs it.</summary>
    public string Machine { get; init; } = Environment.MachineName;

    /// <summary>The process that runs it.</summary>
    public int ProcessId { get; init; } = Environment.ProcessId;
}

/// <summary>A parameter of a run.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">The value as text; null for a null value or a secret.</param>
/// <param name="IsSecret">Whether the value is a secret, which is not kept.</param>
/// <param name="IsDefault">Whether nobody gave a value.</param>
public readonly record struct RunParameter(string Name, string? Value, bool IsSecret = false, bool IsDefault = false);

/// <summary>How far a run is.</summary>
public enum RunStatus
{
    /// <summary>Its process is alive.</summary>
    Running = 0,

    /// <summary>All stages succeeded or were skipped by a condition.</summary>
    Succeeded = 1,

    /// <summary>A stage failed.</summary>
    Failed = 2,

    /// <summary>A gate refused.</summary>
    Refused = 3,

    /// <summary>Someone cancelled it.</summary>
    Cancelled = 4,

    /// <summary>Its process ended without finishing it. What was committed is there; <c>resume</c> goes on.</summary>
    Interrupted = 5,
}

/// <summary>A run.</summary>
public sealed record RunRecord
{
    /// <summary>What was known when it began.</summary>
    public required RunStart Start { get; init; }

    /// <summary>The run's id.</summary>
    public string Id => Start.Id;

    /// <summary>How far it is.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it finished; null where it did not.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Why it failed, was refused or cancelled, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>How many stages had which outcome.</summary>
    public required OutcomeCounts Outcomes { get; init; }

    /// <summary>
    /// Whether <c>gc</c> has removed it. Its id and parameters are kept while a run that was not removed uses what it executed, so that
    /// lineage stays whole.
    /// </summary>
    public bool IsRemoved { get; init; }
}

/// <summary>How many stages of a run had which outcome.</summary>
/// <param name="Executed">Stages that were executed.</param>
/// <param name="Reused">Stages whose outputs were reused.</param>
/// <param name="Skipped">Stages that were skipped.</param>
/// <param name="Failed">Stages that failed.</param>
/// <param name="Cancelled">Stages that were cancelled.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OutcomeCounts(int Executed, int Reused, int Skipped, int Failed, int Cancelled);

/// <summary>What became of a stage in a run.</summary>
public enum StageOutcome
{
    /// <summary>It was executed.</summary>
    Executed = 1,

    /// <summary>Its outputs were there already.</summary>
    Reused = 2,

    /// <summary>A condition, or the failure of a stage before it, kept it from running.</summary>
    Skipped = 3,

    /// <summary>It failed.</summary>
    Failed = 4,

    /// <summary>The run was cancelled before it ended.</summary>
    Cancelled = 5,
}

/// <summary>The outcome of a stage in a run.</summary>
/// <param name="Position">The stage's index in the pipeline's definition.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record StageResult(int Position, string Stage, StageOutcome Outcome)
{
    /// <summary>The execution that made the outputs, or failed; null where there was none.</summary>
    public long? Execution { get; init; }

    /// <summary>Why it was reused, skipped, failed or cancelled, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the run spent on it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What became of the elements of a <see cref="ForEachAttribute"/> stage.</summary>
    public ElementCounts? Elements { get; init; }
}

/// <summary>Something that happened in a run.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What, such as <c>stage.retried</c>.</param>
/// <param name="Stage">The stage that it concerns; null for the run.</param>
/// <param name="Message">What happened, for people.</param>
public sealed record RunEvent(DateTimeOffset Time, string Kind, string? Stage, string Message);
