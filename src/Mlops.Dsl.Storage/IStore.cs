namespace Mlops.Dsl.Storage;

/// <summary>Everything that outlives a run: artifacts and run records, which belong together.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>What a person should know of how it lies there: that others can change it, say. Complete sentences.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>The artifacts.</summary>
    IArtifactStore Artifacts { get; }

    /// <summary>The runs.</summary>
    IRunStore Runs { get; }

    /// <summary>What people decided about what was published.</summary>
    IModelRegistry Registry { get; }

    /// <summary>What services answered.</summary>
    IServingLog Serving { get; }

    /// <summary>Effects that stages asked for.</summary>
    IOutbox Outbox { get; }

    /// <summary>Which ticks of schedules have had their run.</summary>
    IScheduleStore Schedules { get; }

    /// <summary>
    /// Makes a folder for files that stages write on the way, which only this user can look into. Whoever asked removes it; what a
    /// process leaves that was killed is swept
    /// when the store is opened the next time.
    /// </summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="StoreException">The store was opened for reading, or can't be written.</exception>
    string CreateScratchFolder();

    /// <summary>
    /// Removes the runs that the policy does not keep, and what no kept run and no published entry refers to. Nothing is removed while a
    /// run is live, in this or another process.
    /// </summary>
    /// <exception cref="StoreException">A run is live; the message names it.</exception>
    Task<CollectionReport> CollectAsync(RetentionPolicy policy, bool dryRun, CancellationToken cancellationToken = default);
}

/// <summary>
/// Which runs to keep: those that any of the conditions keeps, those that published an entry, and those that a kept run resumes. With no
/// condition all runs are kept.
/// </summary>
public sealed record RetentionPolicy
{
    /// <summary>
    /// Keeps this many of the latest runs of each pipeline, which may be resumed, and as many of the latest that succeeded, which those may
    /// not replace.
    /// </summary>
    public int? KeepLast { get; init; }

    /// <summary>Keeps runs that began at this time or later.</summary>
    public DateTimeOffset? KeepSince { get; init; }

    /// <summary>
    /// Keeps what services answered at this time or later, and removes what they answered before, with its labels; null keeps
    /// all.
    /// </summary>
    public DateTimeOffset? KeepServedSince { get; init; }

    /// <summary>
    /// Keeps effects that were recorded at this time or later, that are not delivered, or that are the latest of their stage, and removes
    /// the others; null keeps all.
    /// </summary>
    public DateTimeOffset? KeepSentSince { get; init; }
}

/// <summary>What a collection removed, or would have.</summary>
/// <param name="Runs">The ids of the runs.</param>
/// <param name="Executions">How many executions.</param>
/// <param name="Artifacts">How many artifacts and files.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="KeptRuns">How many runs are left.</param>
/// <param name="KeptBytes">The size of the artifacts and files that are left.</param>
public sealed record CollectionReport(
    IReadOnlyList<string> Runs,
    long Executions,
    long Artifacts,
    long Bytes,
    long KeptRuns,
    long KeptBytes
)
{
    /// <summary>How many answers of services.</summary>
    public long Answers { get; init; }

    /// <summary>How many effects of the outbox.</summary>
    public long Effects { get; init; }
}

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>Opens for reading alone: nothing is created or changed, and a missing store is an error.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Artifacts of at most this many bytes are kept in the run store, others in files of their own.</summary>
    public int InlineLimit { get; init; } = 16 * 1024;

    /// <summary>How long to wait for another process that writes or collects, before giving up.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Is told, once for each wait of more than a second, for whom the store waits: text for people.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>Ends such a wait early while the store is opened: for a user's Ctrl-C.</summary>
    public CancellationToken Stop { get; init; }
}
