namespace Mlops.Dsl.Storage;

/// <summary>
/// Records one run while it is running. What is recorded becomes durable in the order of the calls, many records at a time. Safe for
/// concurrent use. Disposing it waits until everything accepted is durable (or has failed), then lets go of the run: one that was not
/// finished counts as interrupted.
/// </summary>
public interface IRunRecorder : IAsyncDisposable
{
    /// <summary>The run's id.</summary>
    string RunId { get; }

    /// <summary>
    /// Commits an execution with its outputs, metrics, logs and publication, all or nothing, together with the stage's outcome in the run
    /// (for a stage as a whole).
    /// </summary>
    /// <returns>Completes when the commit is accepted: at once, unless the disk is far behind.</returns>
    ValueTask<PendingCommit> CommitAsync(ExecutionCommit execution, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records outcomes of stages that were not executed: reused, skipped, cancelled. A later outcome of a stage replaces an earlier one.
    /// </summary>
    /// <returns>Completes when they are accepted; a failure shows in <see cref="FinishAsync"/>.</returns>
    ValueTask RecordAsync(IReadOnlyList<StageResult> results, CancellationToken cancellationToken = default);

    /// <summary>Publishes the output of an execution that was reused, unless the newest entry of the name has the same content.</summary>
    /// <returns>The entry, when it is durable.</returns>
    Task<PublishedEntry> PublishAsync(Publication publication, long execution, CancellationToken cancellationToken = default);

    /// <summary>Records what happened.</summary>
    /// <returns>Completes when it is accepted; a failure shows in <see cref="FinishAsync"/>.</returns>
    ValueTask RecordAsync(IReadOnlyList<RunEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Keeps what fingerprints were made of, where that is not known yet. Call it for the stages that miss.</summary>
    /// <returns>Completes when it is accepted; a failure shows in <see cref="FinishAsync"/>.</returns>
    ValueTask RecordAsync(IReadOnlyList<FingerprintParts> fingerprints, CancellationToken cancellationToken = default);

    /// <summary>Records how the run ended, and waits until all of the run is durable.</summary>
    /// <exception cref="StoreException">Something recorded before could not be made durable.</exception>
    Task FinishAsync(RunStatus status, string? reason, DateTimeOffset finished);
}
