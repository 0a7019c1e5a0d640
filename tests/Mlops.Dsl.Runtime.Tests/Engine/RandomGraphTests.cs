using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>
/// Random pipelines, changed at random between their runs, compared stage by stage with a model that has no scheduler and no store.
/// </summary>
public sealed class RandomGraphTests
{
    public static TheoryData<int> Seeds => [.. Sweep.Seeds(24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task The_engine_runs_exactly_what_the_model_says(int seed)
    {
        var random = new Random(seed);
        var pipeline = new RandomPipeline(random, random.Next(5, 60));
        var model = new ReferenceModel();
        using var store = new TestStore();
        var share = 0.8;
        for (var run = 0; run < 8; run++)
        {
            Change(random, pipeline, ref share);
            store.CodeVersions.Clear();
            foreach (var stage in pipeline.Stages)
            {
                store.CodeVersions.Add(stage.Name, stage.Version);
                if (stage.ReadsShare)
                {
                    store.ReadsTrainShare.Add(stage.Name);
                }
            }

            var expected = model.Run(pipeline, share, isInMemory: false);
            await CheckAsync(
                pipeline,
                expected,
                options =>
                    store.RunAsync(
                        pipeline.ToGraph(),
                        _ => options with { StorePath = store.Path, Fingerprints = store.Fingerprint(pipeline.ToGraph().Build()) },
                        new GraphPipeline { TrainShare = share },
                        TestContext.Current.CancellationToken
                    )
            );
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task A_run_in_memory_gives_what_the_model_gives(int seed)
    {
        var random = new Random(seed);
        var pipeline = new RandomPipeline(random, random.Next(5, 200));
        var share = 0.8;
        Change(random, pipeline, ref share);
        var expected = new ReferenceModel().Run(pipeline, share, isInMemory: true);

        await CheckAsync(
            pipeline,
            expected,
            options =>
                PipelineEngine.RunAsync(
                    pipeline.ToGraph().Build(),
                    new GraphPipeline { TrainShare = share },
                    options,
                    TestContext.Current.CancellationToken
                )
        );
    }

    private static async Task CheckAsync(
        RandomPipeline pipeline,
        (StageOutcome[] Outcomes, long[] Values, HashSet<int> Called) expected,
        Func<RunOptions, Task<RunReport>> run
    )
    {
        const double Cpus = 3;
        pipeline.Called.Clear();
        pipeline.Started.Clear();

        await using var report = await run(new RunOptions { Cpus = Cpus });

        Assert.Equal(expected.Outcomes, report.Stages.Select(static stage => stage.Outcome));
        Assert.Equal(expected.Called.Order(), pipeline.Called.Order());
        Assert.InRange(pipeline.MostCpu, 0, Cpus);
        CheckOrder(pipeline);
        var numbers = pipeline.Stages.Where(stage =>
            stage.Kind is not (RandomKind.Effect or RandomKind.Gate)
            && report.Stages[stage.Index].Outcome is (StageOutcome.Executed or StageOutcome.Reused)
        );
        foreach (var stage in numbers)
        {
            Assert.Equal(expected.Values[stage.Index], report.GetOutput<long>(stage.Index, 0));
        }
    }

    private static void CheckOrder(RandomPipeline pipeline)
    {
        var started = new HashSet<int>();
        foreach (var index in pipeline.Started)
        {
            var stage = pipeline.Stages[index];
            Assert.All(stage.Inputs.Concat(stage.After).Where(pipeline.Called.Contains), other => Assert.Contains(other, started));
            started.Add(index);
        }
    }

    private static void Change(Random random, RandomPipeline pipeline, ref double share)
    {
        share = random.Next(4) == 0 ? random.Next(5, 9) / 10.0 : share;
        foreach (var stage in pipeline.Stages)
        {
            stage.Version += random.Next(15) == 0 ? 1 : 0;
            stage.Version -= stage.Version > 0 && random.Next(30) == 0 ? 1 : 0;
            stage.Data += random.Next(4) == 0 ? random.Next(3) : 0;
            stage.Fails = random.Next(20) == 0;
        }
    }
}
