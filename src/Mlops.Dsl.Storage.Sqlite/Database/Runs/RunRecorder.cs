using Mlops.Dsl.Storage.Sqlite.Lifecycle;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Records one run into the SQLite run store.</summary>
internal sealed class RunRecorder(WriteQueue queue, RunContext run, RunLocks locks, TimeProvider clock) : IRunRecorder
{
    private readonly Lock _gate = new();
    private Exception? _failure;
    private Task _last = Task.CompletedTask;

    public string RunId => run.Id;

    public async ValueTask<PendingCommit> CommitAsync(ExecutionCommit execution, CancellationToken cancellationToken = default)
    {
        var settings = SharedSettings.Of(execution.Parts);
        return new PendingCommit(await SendAsync(writer => Commit(writer, execution, settings), cancellationToken));
    }

    public async ValueTask RecordAsync(IReadOnlyList<StageResult> results, CancellationToken cancellationToken = default) =>
        await SendAsync(
            writer =>
            {
                foreach (var result in results)
                {
                    writer.Runs.Write(run, result);
                }

                return true;
            },
            cancellationToken
        );

    public async ValueTask RecordAsync(IReadOnlyList<RunEvent> events, CancellationToken cancellationToken = default) =>
        await SendAsync(
            writer =>
            {
                writer.Runs.Write(run, events);
                return true;
            },
            cancellationToken
        );

    public async ValueTask RecordAsync(IReadOnlyList<FingerprintParts> fingerprints, CancellationToken cancellationToken = default) =>
        await SendAsync(
            writer =>
            {
                FingerprintTable.Write(writer.Connection, fingerprints);
                return true;
            },
            cancellationToken
        );

    public async Task<PublishedEntry> PublishAsync(
        Publication publication,
        long execution,
        CancellationToken cancellationToken = default
    ) =>
        await await SendAsync(
            writer => PublicationWriter.Publish(writer.Connection, run, publication, execution, clock.GetUtcNow()),
            cancellationToken
        );

    public async Task FinishAsync(RunStatus status, string? reason, DateTimeOffset finished) =>
        await await SendAsync(
            writer =>
            {
                // A run of which something was lost did not end in any way: it is taken for interrupted, and can be resumed.
                ThrowIfFailed();
                writer.Runs.Finish(run, status, reason, finished);
                return true;
            },
            CancellationToken.None
        );

    public async ValueTask DisposeAsync()
    {
        // The queue keeps the order, so the last one ends last. Its failure was told to whoever asked for it.
        await _last.ContinueWith(
            static _ => { },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        locks.Dispose();
    }

    private CommittedExecution Commit(StoreWriter writer, ExecutionCommit execution, SharedSettings settings)
    {
        var id = writer.Executions.Write(run, execution, settings);
        if (execution.Element is null)
        {
            writer.Runs.Write(
                run,
                new StageResult(execution.Position, execution.Stage, execution.Succeeded ? StageOutcome.Executed : StageOutcome.Failed)
                {
                    Execution = id,
                    Reason = execution.Error ?? execution.Reason,
                    Duration = execution.Duration,
                    Elements = execution.Elements,
                }
            );
        }

        var published = execution.Publication is { } publication
            ? PublicationWriter.Publish(writer.Connection, run, publication, id, clock.GetUtcNow())
            : null;
        if (execution.Effect is { } effect)
        {
            OutboxWriter.Add(writer.Connection, run, execution.Stage, effect, clock.GetUtcNow());
        }

        return new CommittedExecution(id, published);
    }

    private async ValueTask<Task<T>> SendAsync<T>(Func<StoreWriter, T> apply, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation<T>(apply, Remember);
        await queue.EnqueueAsync(operation, cancellationToken);
        var task = operation.Task;
        lock (_gate)
        {
            _last = task;
        }

        // Not everyone looks at the result of a write: FinishAsync tells of those that failed.
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return task;
    }

    private void ThrowIfFailed()
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                throw _failure;
            }
        }
    }

    private void Remember(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
        }
    }
}
