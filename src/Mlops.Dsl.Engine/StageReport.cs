using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What became of one stage of a run.</summary>
public sealed record StageReport
{
    /// <summary>The stage.</summary>
    public required StageDefinition Stage { get; init; }

    /// <summary>What became of it.</summary>
    public required StageOutcome Outcome { get; init; }

    /// <summary>Why, in a few words, such as <c>code changed (Helper.Normalize)</c> or <c>because Fit failed</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>How long it took; zero where it did not run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often it ran, retries included.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// The most memory in bytes that the processes of an isolated stage had in use; null where it ran in the process of the run.
    /// </summary>
    public long? PeakMemory { get; init; }

    /// <summary>For a stage that ran once per element, the number of elements; otherwise null.</summary>
    public int? Elements { get; init; }

    /// <summary>The number of elements that were reused.</summary>
    public int ReusedElements { get; init; }

    /// <summary>The earlier run that computed what was reused; otherwise null.</summary>
    public string? ReusedFrom { get; init; }

    /// <summary>What differs from the nearest earlier execution, where the stage ran because of it.</summary>
    public IReadOnlyList<KeyChange> Changes { get; init; } = [];

    /// <summary>What went wrong; null unless the stage failed.</summary>
    public StageError? Error { get; init; }

    /// <summary>
    /// What the stage asked to be done after its commit; null for other stages, and where it was not executed in this run.
    /// </summary>
    public StageEffect? Effect { get; init; }

    /// <summary>A gate's decision; otherwise null.</summary>
    public GateResult? Gate { get; init; }

    /// <summary>
    /// What the stage's code reaches and its fingerprint can't see, in a sentence each, such as reflection: a change there does not keep
    /// the stage from being reused. Empty where everything is seen, for a stage that runs in every run, and in a run in memory.
    /// </summary>
    public IReadOnlyList<string> FingerprintWarnings { get; init; } = [];

    /// <summary>The number of the execution in the store that made the outputs, or failed; null where there is none.</summary>
    public long? Execution { get; init; }

    /// <summary>
    /// The metrics that the stage recorded, in order: in this run, or for a reused stage in the run that <see cref="ReusedFrom"/> names.
    /// Those are read from the store when they are asked for.
    /// </summary>
    public IReadOnlyList<Metric> Metrics
    {
        get => field ??= Execution is { } execution && ReadMetrics is { } read ? read(execution) : [];
        init;
    }

    /// <summary>Reads the metrics of an execution from the store of the run; null for a run in memory.</summary>
    internal Func<long, IReadOnlyList<Metric>>? ReadMetrics { get; init; }
}
