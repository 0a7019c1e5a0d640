using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>
/// Keeps runs, executions, metrics, events, published entries, and what links them. Safe for concurrent use, also by several processes.
/// </summary>
public interface IRunStore
{
    /// <summary>
    /// Begins a run, which is durable when this returns. No other process removes what the run is about to use until the recorder is
    /// disposed.
    /// </summary>
    /// <exception cref="StoreException">The store is locked by <c>gc</c>, read-only, full or damaged.</exception>
    /// <exception cref="TickTakenException">The tick that it is for has its run.</exception>
    /// <exception cref="RunResumedException">It is to be the first to resume a run (<see cref="RunStart.ResumesFirst"/>), and is
    /// not.</exception>
    Task<IRunRecorder> BeginRunAsync(RunStart run, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads what the latest runs of a pipeline used into memory, so that finding it again costs no query. Call it after
    /// <see cref="BeginRunAsync"/>, which forgets it.
    /// </summary>
    Task PrefetchAsync(string pipelineType, CancellationToken cancellationToken = default);

    /// <summary>The newest reusable execution with a key, or null.</summary>
    ValueTask<CachedExecution?> FindExecutionAsync(CacheKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets the cache keys of the executions that made an artifact, whose bytes turned out missing or corrupt, so that it is computed
    /// again.
    /// </summary>
    /// <returns>How many executions were affected.</returns>
    Task<int> InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken = default);

    /// <summary>What can be reused, stage by stage.</summary>
    Task<IReadOnlyList<CachedStage>> GetCachedStagesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets the cache keys of a stage's executions, or of a whole pipeline's, so that it is executed again. The executions stay, for
    /// lineage.
    /// </summary>
    /// <param name="pipelineType">The metadata name of the pipeline's class.</param>
    /// <param name="stage">The stage's name; null for all.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>How many executions were affected.</returns>
    Task<int> ForgetAsync(string pipelineType, string? stage = null, CancellationToken cancellationToken = default);

    /// <summary>Runs, newest first.</summary>
    Task<IReadOnlyList<RunRecord>> GetRunsAsync(RunFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The outcomes of a run's stages, by position.</summary>
    Task<IReadOnlyList<StageResult>> GetResultsAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>What happened in a run, in order.</summary>
    Task<IReadOnlyList<RunEvent>> GetEventsAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>Executions, newest first.</summary>
    Task<IReadOnlyList<ExecutionRecord>> GetExecutionsAsync(ExecutionFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The metrics of an execution, in the order in which they were logged.</summary>
    Task<IReadOnlyList<Metric>> GetMetricsAsync(long execution, CancellationToken cancellationToken = default);

    /// <summary>
    /// The metrics of the executions that the latest run of a pipeline used, by execution: what a run asks for where nothing changed. An
    /// execution that is missing is to be asked for by itself.
    /// </summary>
    Task<IReadOnlyDictionary<long, IReadOnlyList<Metric>>> GetLatestMetricsAsync(
        string pipelineType,
        CancellationToken cancellationToken = default
    );

    /// <summary>What an execution logged, in order.</summary>
    Task<IReadOnlyList<LogLine>> GetLogsAsync(long execution, CancellationToken cancellationToken = default);

    /// <summary>What a fingerprint was made of, or null where that was never recorded.</summary>
    Task<FingerprintParts?> GetFingerprintAsync(ContentHash fingerprint, CancellationToken cancellationToken = default);

    /// <summary>Published entries, by name, newest version first.</summary>
    /// <param name="name">Only entries of this name; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<PublishedEntry>> GetPublishedAsync(string? name = null, CancellationToken cancellationToken = default);

    /// <summary>The artifacts whose hash begins with some hexadecimal digits, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<ArtifactReference>> FindArtifactsAsync(
        string hashPrefix,
        int limit = 10,
        CancellationToken cancellationToken = default
    );
}

/// <summary>What can be reused of a stage.</summary>
/// <param name="PipelineType">The metadata name of the pipeline's class.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Executions">How many executions of the stage as a whole.</param>
/// <param name="Elements">How many executions of single elements of a fan-out.</param>
/// <param name="Bytes">The size of their outputs, each content once, without files that they refer to.</param>
/// <param name="Latest">When the latest began.</param>
public sealed record CachedStage(string PipelineType, string Stage, long Executions, long Elements, long Bytes, DateTimeOffset Latest);

/// <summary>Which runs to return. All conditions must hold; an empty filter returns all.</summary>
public sealed record RunFilter
{
    /// <summary>The pipeline's name.</summary>
    public string? Pipeline { get; init; }

    /// <summary>How the run's id begins.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The run that it resumes.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether to return removed runs too of which something is still used: see <see cref="RunRecord.IsRemoved"/>.</summary>
    public bool IncludeRemoved { get; init; }

    /// <summary>How many to return at most.</summary>
    public int Limit { get; init; } = int.MaxValue;
}

/// <summary>Which executions to return. All conditions must hold; give at least one of the ids, the stage or the output.</summary>
public sealed record ExecutionFilter
{
    /// <summary>The execution's number.</summary>
    public long? Execution { get; init; }

    /// <summary>The metadata name of the pipeline's class; goes with <see cref="Stage"/>.</summary>
    public string? PipelineType { get; init; }

    /// <summary>The stage's name; goes with <see cref="PipelineType"/>.</summary>
    public string? Stage { get; init; }

    /// <summary>The element's index. With <see cref="Stage"/>, null stands for the stage as a whole.</summary>
    public int? Element { get; init; }

    /// <summary>The run that executed it (not those that reused it).</summary>
    public string? RunId { get; init; }

    /// <summary>An artifact that it made.</summary>
    public ContentHash? Output { get; init; }

    /// <summary>How many to return at most.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
