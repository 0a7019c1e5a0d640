using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What is known of a stage while its run goes on. Its texts hold no secrets, wherever they go from here.</summary>
internal sealed class StageRun(StageDefinition definition, OutputValue[] outputs, SecretMask secrets)
{
    private StageLog? _log;

    public StageDefinition Definition { get; } = definition;

    public OutputValue[] Outputs { get; } = outputs;

    /// <summary>What became of it; null as long as that is not known.</summary>
    public StageOutcome? Outcome { get; set; }

    /// <summary>Why it ran, was reused, skipped or cancelled.</summary>
    public string Reason
    {
        get;
        set => field = secrets.Apply(value);
    } = "";

    public IReadOnlyList<KeyChange> Changes
    {
        get;
        set => field = secrets.Apply(value);
    } = [];

    public StageError? Error
    {
        get;
        set => field = value is null ? null : secrets.Apply(value);
    }

    public GateResult? Gate
    {
        get;
        set => field = value is null ? null : secrets.Apply(value);
    }

    /// <summary>What the stage asked to be done after its commit.</summary>
    public StageEffect? Effect
    {
        get;
        set => field = value is null ? null : secrets.Apply(value);
    }

    public string? ReusedFrom { get; set; }

    public IReadOnlyList<Metric> Metrics
    {
        get;
        set => field = secrets.IsEmpty ? value : [.. value.Select(secrets.Apply)];
    } = [];

    public DateTimeOffset Started { get; set; }

    public long StartTimestamp { get; set; }

    public TimeSpan Duration { get; set; }

    public int Attempts { get; set; }

    /// <summary>The most memory in bytes that an attempt in a process of its own had in use.</summary>
    public long? PeakMemory { get; set; }

    /// <summary>
    /// Whether it is decided that the stage runs: it is neither skipped nor reused, and its version token, if it has one, is known.
    /// </summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Whether what tells a source's version is being called.</summary>
    public bool IsAskedForVersion { get; set; }

    /// <summary>The elements, while and after a fan-out works on them.</summary>
    public FanOut? FanOut { get; set; }

    /// <summary>The cache key, where the stage has one.</summary>
    public CacheKey? Key { get; set; }

    /// <summary>Whether what depends on it can go on.</summary>
    public bool HasOutputs => Outcome is StageOutcome.Executed or StageOutcome.Reused;

    /// <summary>What goes into the key, where the stage was to be explained.</summary>
    public KeyParts? Parts { get; set; }

    /// <summary>The number of the execution that made the outputs, in a run with a store.</summary>
    public long? Execution { get; set; }

    /// <summary>Completes when the stage's commit is durable; null where it has none.</summary>
    public Task<CommittedExecution>? Durable { get; set; }

    /// <summary>What the stage published.</summary>
    public PublishedEntry? Published { get; set; }

    /// <summary>What the stage's code reaches and its fingerprint can't see; empty for a stage that runs in every run.</summary>
    public IReadOnlyList<string> FingerprintWarnings { get; set; } = [];

    /// <summary>The version token of a source that has one.</summary>
    public string? VersionToken { get; set; }

    /// <summary>What the stage has logged.</summary>
    public IReadOnlyList<LogLine> LogLines => _log?.Lines ?? [];

    /// <summary>The stage's logger, created when it is first asked for.</summary>
    public StageLog GetLog(RunSession run)
    {
        if (_log is null)
        {
            ILogger next = run.Options.LoggerFactory?.CreateLogger($"{run.Definition.Name}.{Definition.Name}") ?? NullLogger.Instance;
            Interlocked.CompareExchange(
                ref _log,
                new StageLog(Definition, next, run.Observers, run.Secrets, run.Options.TimeProvider),
                null
            );
        }

        return _log;
    }

    /// <summary>The state as a report.</summary>
    /// <param name="readMetrics">Reads the metrics of an earlier execution; null for a run in memory.</param>
    public StageReport ToReport(Func<long, IReadOnlyList<Metric>>? readMetrics = null) =>
        new()
        {
            Stage = Definition,
            Outcome = Outcome ?? StageOutcome.Cancelled,
            Reason = Reason,
            Duration = Duration,
            Attempts = Attempts,
            PeakMemory = PeakMemory,
            Elements = FanOut?.Count,
            ReusedElements = FanOut?.Reused ?? 0,
            ReusedFrom = ReusedFrom,
            Changes = Changes,
            Error = Error,
            Gate = Gate,
            Effect = Effect,
            FingerprintWarnings = FingerprintWarnings,
            Metrics = Outcome == StageOutcome.Reused ? null! : Metrics,
            ReadMetrics = readMetrics,
            Execution = Execution,
        };
}
