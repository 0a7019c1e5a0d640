using Mlops.Dsl.Engine;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving.Tests.Support;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving.Tests;

/// <summary>A run that a watching pipeline asked for is killed midway.</summary>
public sealed class StartCrashTests
{
    private const int Attempts = 20;

    private readonly DateTimeOffset _origin = DateTimeOffset.UtcNow;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_finished_by_one_of_those_that_come_next()
    {
        await using var store = new ServedStore();
        await store.PromoteAsync(0);
        var interrupted = await KillWithinTrainingAsync(store);

        using var first = Start(store);
        using var second = Start(store);
        var effect = interrupted.Start.AskedForBy;
        var start = await WaitAsync(async () =>
            (await store.Store.Outbox.GetAsync(int.MaxValue, Cancellation)).Single(other => other.Id == effect)
                is { Status: EffectStatus.Delivered } done
                ? done
                : null
        );
        Assert.NotNull(start);

        var runs = await store.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation);
        var resumed = Assert.Single(runs, run => run.Start.Parent == interrupted.Id);
        Assert.Equal((RunStatus.Succeeded, $"run {resumed.Id} succeeded"), (resumed.Status, start.Result));
        Assert.Single(runs, run => run.Start.AskedForBy == effect);
        var tick = Assert.Single(await store.Store.Schedules.GetTicksAsync(EffectKinds.TickOf(start).Schedule, int.MaxValue, Cancellation));
        Assert.Equal(interrupted.Id, tick.RunId);
        Assert.Single(await store.Store.Runs.GetPublishedAsync("income", Cancellation), entry => entry.RunId == resumed.Id);
    }

    /// <summary>Has a model trained, and kills the program meanwhile.</summary>
    private async Task<RunRecord> KillWithinTrainingAsync(ServedStore store)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var program = Start(store);
            using (
                var http = new HttpClient
                {
                    BaseAddress = await program.Address ?? throw new InvalidOperationException("The program ended."),
                }
            )
            {
                await new IncomeService.Client(http).ScoreAsync(RunningService.Applicant, Cancellation);
            }

            var running = await WaitAsync(async () =>
                (await store.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation)).FirstOrDefault(static run =>
                    run.Status == RunStatus.Running
                )
            );
            await program.KillAsync();
            if (
                running is not null
                && (await store.Store.Runs.GetRunsAsync(new RunFilter { IdPrefix = running.Id }, Cancellation)).Single()
                    is { Status: RunStatus.Interrupted } interrupted
            )
            {
                return interrupted;
            }
        }

        throw new InvalidOperationException($"In {Attempts} attempts the program was never killed within a training.");
    }

    private LiveProcess Start(ServedStore store) => new(Path.Combine(store.Path, ".mlops"), store.Path, _origin);

    private static async Task<T?> WaitAsync<T>(Func<Task<T?>> find)
        where T : class
    {
        for (var i = 0; i < 3000; i++)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await Task.Delay(10, Cancellation);
        }

        return null;
    }
}
