using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Support;

/// <summary>
/// A store in which it is written down when each commit was asked for and when it was durable, and in which a test decides what a disk
/// would.
/// </summary>
/// <param name="inner">The store that does the work.</param>
internal sealed class RecordingStore(IStore inner)
{
    private readonly List<string> _events = [];

    /// <summary>Called between a commit and its durability: a slow disk waits here, a broken one throws.</summary>
    public Func<ExecutionCommit, Task> BeforeDurable { get; init; } = static _ => Task.CompletedTask;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public IStore Inner => inner;

    /// <summary>Writes something down.</summary>
    public void Note(string happened)
    {
        lock (_events)
        {
            _events.Add(happened);
        }
    }

    /// <summary>Watches a recorder.</summary>
    public IRunRecorder Watch(IRunRecorder recorder) => new Recorder(this, recorder);

    private async Task<CommittedExecution> FollowAsync(ExecutionCommit commit, Task<CommittedExecution> durable)
    {
        await BeforeDurable(commit);
        var committed = await durable;
        Note($"durable {Name(commit)}");
        return committed;
    }

    private static string Name(ExecutionCommit commit) => commit.Element is { } element ? $"{commit.Stage}[{element}]" : commit.Stage;

    private sealed class Recorder(RecordingStore store, IRunRecorder recorder) : IRunRecorder
    {
        public string RunId => recorder.RunId;

        public async ValueTask<PendingCommit> CommitAsync(ExecutionCommit execution, CancellationToken cancellationToken = default)
        {
            store.Note($"commit {Name(execution)}");
            var pending = await recorder.CommitAsync(execution, cancellationToken);
            return new PendingCommit(store.FollowAsync(execution, pending.Durable));
        }

        public ValueTask RecordAsync(IReadOnlyList<StageResult> results, CancellationToken cancellationToken = default)
        {
            foreach (var result in results)
            {
                store.Note($"result {result.Stage} {result.Outcome}");
            }

            return recorder.RecordAsync(results, cancellationToken);
        }

        public Task<PublishedEntry> PublishAsync(Publication publication, long execution, CancellationToken cancellationToken = default)
        {
            store.Note($"publish {publication.Name}");
            return recorder.PublishAsync(publication, execution, cancellationToken);
        }

        public ValueTask RecordAsync(IReadOnlyList<RunEvent> events, CancellationToken cancellationToken = default) =>
            recorder.RecordAsync(events, cancellationToken);

        public ValueTask RecordAsync(IReadOnlyList<FingerprintParts> fingerprints, CancellationToken cancellationToken = default) =>
            recorder.RecordAsync(fingerprints, cancellationToken);

        public Task FinishAsync(RunStatus status, string? reason, DateTimeOffset finished)
        {
            store.Note($"finish {status}");
            return recorder.FinishAsync(status, reason, finished);
        }

        public ValueTask DisposeAsync() => recorder.DisposeAsync();
    }
}
