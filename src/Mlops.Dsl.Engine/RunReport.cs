using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What a run did.</summary>
public sealed class RunReport : IAsyncDisposable
{
    private readonly Func<OutputValue, ValueTask<ArtifactSlot>> _load;
    private readonly OutputValue[][] _outputs;
    private readonly IAsyncDisposable? _store;

    internal RunReport(Func<OutputValue, ValueTask<ArtifactSlot>> load, OutputValue[][] outputs, IAsyncDisposable? store)
    {
        _load = load;
        _outputs = outputs;
        _store = store;
    }

    /// <summary>The run's id in its store; empty for a run in memory.</summary>
    public required string RunId { get; init; }

    /// <summary>The pipeline.</summary>
    public required PipelineDefinition Definition { get; init; }

    /// <summary>What became of the run.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Whether every stage did its work and no gate refused.</summary>
    public bool Succeeded => Status == RunStatus.Succeeded;

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What became of each stage, in the order of <see cref="PipelineDefinition.Stages"/>.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>The entries that the run published or found unchanged, in the order of the stages.</summary>
    public IReadOnlyList<PublishedEntry> Published { get; init; } = [];

    /// <summary>What the user should know, such as why the cache was not used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The value of an output. Of a run with a store, it is read from there.</summary>
    /// <param name="stage">The stage's index in <see cref="PipelineDefinition.Stages"/>.</param>
    /// <param name="output">The output's ordinal among the stage's.</param>
    /// <exception cref="InvalidOperationException">The stage has no outputs in this run: it was skipped, failed or was cancelled, or
    /// outputs were not kept.</exception>
    public T GetOutput<T>(int stage, int output)
    {
        var report = Stages[stage];
        if (report.Outcome is not (StageOutcome.Executed or StageOutcome.Reused))
        {
            throw new InvalidOperationException(
                $"Stage '{report.Stage.Name}' has no output in this run: it {Describe(report.Outcome)} "
                    + $"({report.Error?.Message ?? report.Reason})."
            );
        }

        var value = _outputs[stage][output];
        return value.IsAvailable
            ? ((ArtifactSlot<T>)_load(value).AsTask().GetAwaiter().GetResult()).Value
            : throw new InvalidOperationException($"The output '{value.Definition.Name}' was not kept: the run had KeepOutputs off.");
    }

    /// <summary>
    /// Closes the store, if outputs were read from it. Lists of a fan-out's outputs that were taken from the report can't be read any more.
    /// </summary>
    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Describe(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Skipped => "was skipped",
            StageOutcome.Failed => "failed",
            StageOutcome.Cancelled => "was cancelled",
            _ => "did not run",
        };
}
