using Mlops.Dsl.Benchmarks.Synthetic;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What the engine adds to a stage: in memory, durably, and when there is nothing to do.</summary>
internal static class EngineFindings
{
    private const int Stages = 10_000;
    private const int Repetitions = 7;

    /// <summary>All rows, over one chain of 10,000 stages.</summary>
    public static IEnumerable<Finding> Chain()
    {
        var definition = SyntheticProgram.BuildChain(Stages);
        var pipeline = definition.CreateInstance(new ParameterValues());
        yield return InMemory(definition, pipeline);
        foreach (var finding in Durable(definition, pipeline))
        {
            yield return finding;
        }
    }

    private static Finding InMemory(PipelineDefinition definition, object pipeline)
    {
        var options = new RunOptions { KeepOutputs = false };
        var calls = new HandWrittenLoop(definition, pipeline);
        var allocated = 0L;
        var (engine, loop) = Measure.Medians(
            Repetitions * 3,
            () =>
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                Run(definition, pipeline, options);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            },
            calls.Run
        );

        return new Finding(
            "run a stage in process, nothing persisted",
            engine.TotalMicroseconds / Stages,
            "µs",
            Budget: 5,
            Goal: 1,
            ("the same calls in a loop", loop.TotalMicroseconds / Stages)
        )
        {
            Note = FormattableString.Invariant($"{allocated / Stages} B allocated a stage, the run's own set-up included"),
        };
    }

    private static IEnumerable<Finding> Durable(PipelineDefinition definition, object pipeline)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-bench-").FullName;
        try
        {
            var count = 0;
            var (durable, inserts) = Measure.Medians(
                Repetitions,
                () =>
                    Run(
                        definition,
                        pipeline,
                        new RunOptions { StorePath = Path.Combine(folder, FormattableString.Invariant($"store{++count}")) }
                    ),
                () => RawInserts.Run(Path.Combine(folder, FormattableString.Invariant($"raw{++count}.db")), Stages)
            );
            yield return new Finding(
                $"run a durable stage, amortized over {Stages}",
                durable.TotalMicroseconds / Stages,
                "µs",
                Budget: 100,
                Goal: 20,
                ("raw SQLite inserts, three rows a stage", inserts.TotalMicroseconds / Stages)
            );

            var store = new RunOptions { StorePath = Path.Combine(folder, "store1") };
            var rerun = Measure.Median(Repetitions, () => Run(definition, pipeline, store, isReused: true));
            yield return new Finding($"no-op rerun of {Stages} stages, engine time", rerun.TotalMilliseconds, "ms", Budget: 200, Goal: 50);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(PipelineDefinition definition, object pipeline, RunOptions options, bool isReused = false)
    {
        var report = ProgramEngine.RunAsync(definition, pipeline, options).GetAwaiter().GetResult();
        if (!report.Succeeded || (isReused && report.Stages.Any(stage => stage.Outcome != StageOutcome.Reused)))
        {
            var stage = report.Stages.First(stage =>
                stage.Outcome is not (StageOutcome.Executed or StageOutcome.Reused) || (isReused && stage.Outcome != StageOutcome.Reused)
            );
            throw new InvalidOperationException(
                $"The run measures nothing: {stage.Stage.Name} was {stage.Outcome} ({stage.Error?.Message ?? stage.Reason}); "
                    + $"{string.Join("; ", report.Warnings)}"
            );
        }
    }
}
