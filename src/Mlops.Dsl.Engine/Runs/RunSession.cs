using System.Diagnostics;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What everyone who works on a run shares.</summary>
internal sealed class RunSession
{
    private long _leases;

    public required PipelineDefinition Definition { get; init; }

    public required object Pipeline { get; init; }

    public required RunOptions Options { get; init; }

    public required PipelinePlan Plan { get; init; }

    public required StageRun[] Stages { get; init; }

    public required ObserverHub Observers { get; init; }

    public required ArtifactKeeper Keeper { get; init; }

    /// <summary>Who runs stages.</summary>
    public IStageExecutor Executor { get; init; } = InProcessExecutor.Instance;

    /// <summary>Who runs stages that get a process of their own.</summary>
    public IStageExecutor IsolatedExecutor { get; init; } = InProcessExecutor.Instance;

    /// <summary>The store; null for a run in memory.</summary>
    public IStore? Store { get; set; }

    /// <summary>The parameters' values as texts; null for a run in memory.</summary>
    public RunParameters? Parameters { get; set; }

    /// <summary>What is kept with a store; null for a run in memory.</summary>
    public RunJournal? Journal { get; set; }

    /// <summary>Reads the metrics of an earlier execution; null for a run in memory.</summary>
    public Func<long, IReadOnlyList<Metric>>? ReadMetrics { get; set; }

    /// <summary>What services answered; null for a run in memory.</summary>
    public IServedAnswers? Answers { get; set; }

    public required SecretMask Secrets { get; init; }

    public ScratchFolder Scratch { get; init; } = new();

    /// <summary>Cancelled when nothing more is to be started and running stages are to stop.</summary>
    public required CancellationToken StopToken { get; init; }

    /// <summary>The run's activity, so that stages become its children.</summary>
    public ActivityContext ActivityContext { get; set; }

    /// <summary>The name that seeds the stages' random generators and stands in their cache keys.</summary>
    public string PipelineTypeName => Definition.PipelineType.FullName!;

    /// <summary>Who runs a stage.</summary>
    public IStageExecutor ExecutorOf(StageDefinition stage) =>
        Options.Isolation switch
        {
            _ when SourceFiles.Are(stage) => InProcessExecutor.Instance,
            StageIsolation.All => IsolatedExecutor,
            StageIsolation.AsDeclared when stage.Policy.Isolated => IsolatedExecutor,
            _ => Executor,
        };

    /// <summary>Hands out a fencing token: each attempt of the run has another, and a later one a higher one.</summary>
    public long GrantLease() => Interlocked.Increment(ref _leases);

    /// <summary>Tells those who watch that a stage is finished.</summary>
    public void Report(StageRun stage)
    {
        if (!Observers.IsEmpty || RunTelemetry.IsWatched)
        {
            var report = stage.ToReport(ReadMetrics);
            RunTelemetry.Count(Definition, report);
            Observers.StageFinished(report);
        }
    }
}
