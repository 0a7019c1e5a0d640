using Microsoft.Extensions.Logging;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Where a run is kept and how it is run.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// The store that keeps the run and what its stages computed: a folder, or another location that <see cref="StoreFactories"/> knows.
    /// Without it and <see cref="Store"/>, the run is in memory and nothing is kept.
    /// </summary>
    public string? StorePath { get; init; }

    /// <summary>
    /// An open store that keeps the run, in place of <see cref="StorePath"/>. It stays open: dispose it after the run, and after outputs
    /// were read from the report.
    /// </summary>
    public IStore? Store { get; init; }

    /// <summary>Processor cores that the stages may occupy together; null for as many as the machine has.</summary>
    public double? Cpus { get; init; }

    /// <summary>Main memory in MiB that the stages may occupy together; null for what the machine has.</summary>
    public long? MemoryMiB { get; init; }

    /// <summary>Accelerators that the stages may occupy together: each is one stage's at a time. At most 64 are told apart.</summary>
    public int Gpus { get; init; }

    /// <summary>
    /// The ids of the accelerators, as <c>CUDA_VISIBLE_DEVICES</c> has them: what an isolated stage gets to see is its own. Null for those
    /// of this process's environment, or else 0, 1, 2, ….
    /// </summary>
    public IReadOnlyList<string>? GpuIds { get; init; }

    /// <summary>Which stages run in processes of their own.</summary>
    public StageIsolation Isolation { get; init; }

    /// <summary>Who runs stages that need no process of their own; null for this process (<see cref="InProcessExecutor"/>).</summary>
    public IStageExecutor? Executor { get; init; }

    /// <summary>Who runs isolated stages; null for child processes of this program (<see cref="ChildProcessExecutor"/>).</summary>
    public IStageExecutor? IsolatedExecutor { get; init; }

    /// <summary>Whether what an earlier run computed from the same code, parameters and inputs is reused.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>How much of the .NET runtime's version is part of the cache keys.</summary>
    public RuntimeVersionMatch RuntimeVersion { get; init; } = RuntimeVersionMatch.Exact;

    /// <summary>The run to go on from: what it committed, effects included, is not run again.</summary>
    public string? ResumeOf { get; init; }

    /// <summary>
    /// Whether the run begins only if no other resumes <see cref="ResumeOf"/>, and a second is refused with a
    /// <see cref="RunResumedException"/>: for programs that resume what was interrupted without being asked, several of which may share a
    /// store.
    /// </summary>
    public bool ResumesFirst { get; init; }

    /// <summary>
    /// The tick of a schedule that the run is for: the store begins one run for it, and refuses a second with a
    /// <see cref="TickTakenException"/>.
    /// </summary>
    public Tick? Tick { get; init; }

    /// <summary>
    /// Whether an in-memory run keeps every output for its report. Without, a value is released when the last stage that takes it is done,
    /// and the report has no outputs. A run with a store keeps outputs there in either case.
    /// </summary>
    public bool KeepOutputs { get; init; } = true;

    /// <summary>How long a stage that was cancelled by its timeout may take to stop before the run goes on without it.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Ends the run at once, without waiting for stages that don't react to cancellation: what they would return is lost. For a user's
    /// second Ctrl-C.
    /// </summary>
    public CancellationToken Abandon { get; init; }

    /// <summary>What <see cref="FromServicesAttribute"/> parameters are taken from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where the engine and the stages log to, besides the run's own log in the store.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Who is told about the run while it goes on.</summary>
    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];

    /// <summary>The clock of delays, timeouts and time stamps.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The id of one of the accelerators.</summary>
    internal string NameOfDevice(int position)
    {
        var ids = GpuIds ?? Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return position < ids.Count ? ids[position] : position.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the console is the run's, so that what stages write there becomes part of their logs.</summary>
    internal bool OwnsConsole { get; init; }

    /// <summary>Tells that the process ends while the run goes on; null where nobody looks.</summary>
    internal ProcessEnd? ProcessEnd { get; init; }

    /// <summary>What is known of the stages' code; null reads what the build wrote.</summary>
    internal StageFingerprints? Fingerprints { get; init; }
}
