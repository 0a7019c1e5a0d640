using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Local;
using Mlops.Dsl.Storage.Sqlite.Objects;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Keeps runs in a SQLite database. Queries answer on the caller's thread.</summary>
internal sealed class SqliteRunStore(
    StoreFolder folder,
    ReaderPool readers,
    Func<WriteQueue>? queue,
    StoreOptions options,
    TimeProvider clock
) : IRunStore, IArtifactIndex
{
    private readonly ExecutionCache _cache = new();

    public async Task<IRunRecorder> BeginRunAsync(RunStart run, CancellationToken cancellationToken = default)
    {
        var writes = GetQueue();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, options.Stop);
        var locks = RunLocks.Take(folder, run.Id, options, stop.Token);
        try
        {
            // From here on no gc removes anything; what was read ahead before may be gone.
            ForgetPrefetched();
            var context = await writes.WriteAsync(
                writer =>
                {
                    writer.Forget();
                    return writer.Runs.Begin(run);
                },
                cancellationToken
            );
            return new RunRecorder(writes, context, locks, clock);
        }
        catch
        {
            locks.Dispose();
            throw;
        }
    }

    public Task PrefetchAsync(string pipelineType, CancellationToken cancellationToken = default)
    {
        readers.Read(connection => _cache.Load(connection, pipelineType));
        return Task.CompletedTask;
    }

    public ValueTask<CachedExecution?> FindExecutionAsync(CacheKey key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_cache.Find(key) ?? readers.Read(connection => ExecutionQueries.Find(connection, key)));

    public async Task<int> InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken = default)
    {
        var artifacts = await GetQueue().WriteAsync(writer => Invalidation.Invalidate(writer.Connection, artifact), cancellationToken);
        foreach (var invalid in artifacts.Artifacts)
        {
            _cache.Forget(invalid);
        }

        return artifacts.Executions;
    }

    public Task<IReadOnlyList<CachedStage>> GetCachedStagesAsync(CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<CachedStage>>(CacheQueries.Read);

    public async Task<int> ForgetAsync(string pipelineType, string? stage = null, CancellationToken cancellationToken = default)
    {
        var executions = await GetQueue()
            .WriteAsync(writer => CacheQueries.Forget(writer.Connection, pipelineType, stage), cancellationToken);
        ForgetPrefetched();
        return executions;
    }

    public Task<IReadOnlyList<RunRecord>> GetRunsAsync(RunFilter filter, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<RunRecord>>(connection => RunQueries.ReadRuns(connection, filter, id => RunLocks.IsLive(folder, id)));

    public Task<IReadOnlyList<StageResult>> GetResultsAsync(string runId, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<StageResult>>(connection => RunQueries.ReadResults(connection, runId));

    public Task<IReadOnlyList<RunEvent>> GetEventsAsync(string runId, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<RunEvent>>(connection => RunQueries.ReadEvents(connection, runId));

    public Task<IReadOnlyList<ExecutionRecord>> GetExecutionsAsync(ExecutionFilter filter, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<ExecutionRecord>>(connection => ExecutionQueries.Read(connection, filter));

    public Task<IReadOnlyList<Metric>> GetMetricsAsync(long execution, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<Metric>>(connection => MetricQueries.Read(connection, execution));

    public Task<IReadOnlyDictionary<long, IReadOnlyList<Metric>>> GetLatestMetricsAsync(
        string pipelineType,
        CancellationToken cancellationToken = default
    ) => Query<IReadOnlyDictionary<long, IReadOnlyList<Metric>>>(connection => MetricQueries.ReadLatest(connection, pipelineType));

    public Task<IReadOnlyList<LogLine>> GetLogsAsync(long execution, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<LogLine>>(connection => ExecutionQueries.ReadLogs(connection, execution));

    public Task<FingerprintParts?> GetFingerprintAsync(ContentHash fingerprint, CancellationToken cancellationToken = default) =>
        Query(connection => FingerprintTable.Read(connection, fingerprint));

    public Task<IReadOnlyList<PublishedEntry>> GetPublishedAsync(string? name = null, CancellationToken cancellationToken = default) =>
        Query<IReadOnlyList<PublishedEntry>>(connection => RunQueries.ReadPublished(connection, name));

    public Task<IReadOnlyList<ArtifactReference>> FindArtifactsAsync(
        string hashPrefix,
        int limit = 10,
        CancellationToken cancellationToken = default
    ) => Query<IReadOnlyList<ArtifactReference>>(connection => ArtifactQueries.Find(connection, hashPrefix, limit));

    public byte[]? FindInline(ContentHash artifact) => readers.Read(connection => ArtifactQueries.ReadInline(connection, artifact));

    public ArtifactState? Inspect(ContentHash artifact) => readers.Read(connection => ArtifactQueries.Inspect(connection, artifact));

    /// <summary>Forgets what was read ahead, because it may have been removed.</summary>
    public void ForgetPrefetched() => _cache.Clear();

    private Task<T> Query<T>(Func<Connection, T> read) => Task.FromResult(readers.Read(read));

    private WriteQueue GetQueue() => queue?.Invoke() ?? throw StoreErrors.ReadOnly(folder.Root, "it was opened for reading");
}
