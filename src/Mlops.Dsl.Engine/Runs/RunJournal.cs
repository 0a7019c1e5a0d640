using System.Threading.Channels;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Writes a run down while it goes on. Commits are accepted in order and become durable soon after, many at a time; a stage is reported
/// finished when its commit is durable, while stages that depend on it may have started. A stage that is run for its effect waits until
/// everything before it is durable.
/// </summary>
internal sealed class RunJournal
{
    private const int LargestBatch = 256;

    private readonly RunSession _run;
    private readonly IRunRecorder _recorder;
    private readonly IRunStore _runs;
    private readonly IArtifactStore _artifacts;
    private readonly StageFingerprints _fingerprints;
    private readonly MissExplainer _explainer;
    private readonly Channel<JournalEntry> _entries = Channel.CreateUnbounded<JournalEntry>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Task _pump;

    public RunJournal(RunSession run, IStore store, IRunRecorder recorder, StageCache cache, StageFingerprints fingerprints)
    {
        _run = run;
        _recorder = recorder;
        _runs = store.Runs;
        _artifacts = store.Artifacts;
        _fingerprints = fingerprints;
        _explainer = new MissExplainer(run, store.Runs, fingerprints);
        Cache = cache;
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>What earlier runs computed.</summary>
    public StageCache Cache { get; }

    /// <summary>What other pipelines published.</summary>
    public required PublishedArtifacts Published { get; init; }

    /// <summary>The run's id.</summary>
    public string RunId => _recorder.RunId;

    /// <summary>The first run of the chain of runs that resume each other.</summary>
    public required string FirstRun { get; init; }

    /// <summary>Completes when everything is written, or fails when something can't be.</summary>
    public Task Completion => _pump;

    /// <summary>Says why a stage is about to run, and keeps what its code was made of for later explanations.</summary>
    public async ValueTask ExplainAsync(StageRun stage)
    {
        stage.Parts = Cache.GetParts(stage);
        (stage.Reason, stage.Changes) = await _explainer.ExplainAsync(stage, stage.Parts);
        if (_fingerprints.FindParts(stage.Definition.Name) is { } parts)
        {
            await _recorder.RecordAsync([parts]);
        }

        if (_fingerprints.PartsProblem is { } problem)
        {
            _run.Observers.Warn(problem);
        }
    }

    /// <summary>Commits a stage that was executed.</summary>
    public async ValueTask CommitAsync(StageRun stage)
    {
        var definition = stage.Definition;
        if (
            definition.Kind == StageKind.Source
            && !definition.HasVersionToken
            && !definition.Policy.NoCache
            && await Cache.TryRecognizeAsync(stage)
        )
        {
            stage.Outcome = StageOutcome.Reused;
            Record(stage);
            return;
        }

        var pending = await _recorder.CommitAsync(
            Describe(stage) with
            {
                Key = KeyOf(stage),
                Outputs =
                [
                    .. stage.Outputs.Select(static output => new NamedArtifact(
                        output.Definition.Name,
                        ((StoredValue)output.Kept!).Artifact
                    )),
                ],
                Metrics = stage.Metrics,
                Publication = PublicationOf(stage),
                Effect = stage.Effect is { } effect ? EffectRecords.Of(stage.Definition, effect, _run, _recorder.RunId, FirstRun) : null,
            }
        );
        stage.Durable = pending.Durable;
        if (definition.IsEffect || definition.IsForEach || definition.PublishName is not null)
        {
            // The elements of a fan-out can be read only when they are in the store.
            var committed = await pending.Durable;
            stage.Published = committed.Published;
        }

        foreach (var output in stage.Outputs)
        {
            output.Commit();
        }

        _entries.Writer.TryWrite(new JournalEntry(stage, Event: null));
    }

    /// <summary>Records a stage that failed, with its logs.</summary>
    public async ValueTask CommitFailureAsync(StageRun stage)
    {
        if (stage.Error!.Details is { } details)
        {
            stage.GetLog(_run).Add(Microsoft.Extensions.Logging.LogLevel.Error, details);
        }

        var pending = await _recorder.CommitAsync(Describe(stage) with { Succeeded = false, Error = stage.Error.Message });
        stage.Durable = pending.Durable;
        _entries.Writer.TryWrite(new JournalEntry(stage, Event: null));
    }

    /// <summary>Commits an element.</summary>
    public async ValueTask CommitAsync(StageRun stage, ElementRun element, KeptArtifact[] outputs, StageAttempt attempt)
    {
        await _recorder.CommitAsync(
            new ExecutionCommit
            {
                Position = stage.Definition.Index,
                Stage = stage.Definition.Name,
                Element = element.Index,
                Key = KeyOf(stage) is null
                    ? null
                    : Cache.KeyOf(
                        stage,
                        element,
                        attempt.DependsOnIndex || attempt.Context.DependsOnIndex || StageKeys.IsRunEveryTime(stage.Definition)
                    ),
                Started = element.Started,
                Duration = element.Duration,
                Attempts = element.Attempts,
                Outputs =
                [
                    .. outputs.Select((output, i) => new NamedArtifact(stage.Definition.Outputs[i].Name, ((StoredValue)output).Artifact)),
                ],
                Metrics = attempt.Context.Metrics,
            }
        );
    }

    /// <summary>Records a stage that was not executed.</summary>
    public void Record(StageRun stage) => _entries.Writer.TryWrite(new JournalEntry(stage, Event: null));

    /// <summary>Records something that happened to a stage.</summary>
    public void Record(StageRun stage, string kind, string message) =>
        _entries.Writer.TryWrite(
            new JournalEntry(null, new RunEvent(_run.Options.TimeProvider.GetUtcNow(), kind, stage.Definition.Name, message))
        );

    /// <summary>Records that a stage or element will be tried again.</summary>
    public void RecordRetry(StageRun stage, StageError error, WorkItem failed, TimeSpan delay)
    {
        var what = failed.IsElement ? $"element {failed.Element}, attempt {failed.Attempt}" : $"attempt {failed.Attempt}";
        var message = $"{what} failed: {error.Message} Trying again in {delay:g}.";
        stage.GetLog(_run).Add(Microsoft.Extensions.Logging.LogLevel.Warning, message);
        _entries.Writer.TryWrite(
            new JournalEntry(null, new RunEvent(_run.Options.TimeProvider.GetUtcNow(), "stage.retried", stage.Definition.Name, message))
        );
    }

    /// <summary>Publishes what a stage that was reused returned.</summary>
    public async ValueTask PublishReusedAsync(StageRun stage)
    {
        if (stage.Execution is { } execution && PublicationOf(stage) is { } publication)
        {
            stage.Published = await _recorder.PublishAsync(publication, execution);
        }
    }

    /// <summary>Waits until what a stage depends on is durable.</summary>
    public async ValueTask FlushAsync(StageRun stage)
    {
        foreach (var predecessor in _run.Plan.Predecessors[stage.Definition.Index])
        {
            if (_run.Stages[predecessor].Durable is { } durable)
            {
                await durable;
            }
        }
    }

    /// <summary>Hashes a source's files several at a time, so that encoding the source finds the hashes.</summary>
    public Task HashInPlaceAsync(FileSet files) => _artifacts.HashInPlaceAsync([.. files.Select(static file => file.Location)]);

    /// <summary>Forgets what led to an artifact that turned out missing or corrupt.</summary>
    public Task<int> InvalidateAsync(StoreException problem) =>
        _runs.InvalidateAsync(
            problem is CorruptArtifactException corrupt ? corrupt.Artifact : ((MissingArtifactException)problem).Artifact
        );

    /// <summary>Waits until everything is written and reported.</summary>
    public async Task CompleteAsync()
    {
        _entries.Writer.TryComplete();
        await _pump;
    }

    private static Publication? PublicationOf(StageRun stage) =>
        stage.Definition.PublishName is { } name && stage.Outputs is [var output, ..]
            ? new Publication(
                name,
                output.Kept!.Reference,
                output.Definition.TypeName,
                output.Definition.Schema,
                stage.Definition.RequiredApprovals
            )
            : null;

    /// <summary>What later runs find the stage by; null where its code was replaced after its key was computed.</summary>
    private CacheKey? KeyOf(StageRun stage)
    {
        if (stage.Key is null || !_fingerprints.IsOutdated)
        {
            return stage.Key;
        }

        _run.Observers.Warn(_fingerprints.Problem!);
        return null;
    }

    private ExecutionCommit Describe(StageRun stage) =>
        new()
        {
            Position = stage.Definition.Index,
            Stage = stage.Definition.Name,
            Parts = _fingerprints.IsOutdated ? Cache.GetParts(stage) : stage.Parts ?? Cache.GetParts(stage),
            Reason = stage.Reason,
            Started = stage.Started,
            Duration = stage.Duration,
            Attempts = Math.Max(1, stage.Attempts),
            Elements = stage.FanOut is { } fanOut ? new ElementCounts(fanOut.Executed, fanOut.Reused, fanOut.Failed) : null,
            Logs = stage.LogLines,
        };

    private async Task PumpAsync()
    {
        var results = new List<StageResult>();
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (_entries.Reader.TryRead(out var entry))
            {
                if (entry.Event is { } happened)
                {
                    await _recorder.RecordAsync([happened]);
                }
                else if (entry.Stage!.Durable is { } durable)
                {
                    entry.Stage.Execution = (await durable).Execution;
                    _run.Report(entry.Stage);
                }
                else
                {
                    results.Add(ResultOf(entry.Stage));
                    _run.Report(entry.Stage);
                    await FlushAsync(results, LargestBatch);
                }
            }

            await FlushAsync(results, 1);
        }
    }

    private async ValueTask FlushAsync(List<StageResult> results, int minimum)
    {
        if (results.Count >= minimum)
        {
            await _recorder.RecordAsync([.. results]);
            results.Clear();
        }
    }

    private static StageResult ResultOf(StageRun stage) =>
        new(stage.Definition.Index, stage.Definition.Name, stage.Outcome ?? StageOutcome.Cancelled)
        {
            Execution = stage.Execution,
            Reason = stage.Reason,
            Duration = stage.Duration,
        };
}
