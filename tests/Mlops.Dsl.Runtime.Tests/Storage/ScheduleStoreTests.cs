using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Ticks of schedules: each has one run.</summary>
public sealed class ScheduleStoreTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 14, 30, 0, TimeSpan.Zero);

    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task A_tick_is_recorded_with_its_run()
    {
        await using var store = _sandbox.Open();
        Assert.Null(await store.Schedules.GetLastTickAsync("watch"));
        foreach (var minutes in (int[])[15, 0, 30])
        {
            await using var run = await store.Runs.BeginRunAsync(Run($"run{minutes}", minutes));
        }

        await using var other = await store.Runs.BeginRunAsync(
            StoreSandbox.NewRun("other") with
            {
                Tick = new Tick("other", Time.AddHours(9)),
            }
        );

        Assert.Equal(Time.AddMinutes(30), await store.Schedules.GetLastTickAsync("watch"));
        Assert.Equal(
            [new("watch", Time.AddMinutes(30), "run30"), new TickRecord("watch", Time.AddMinutes(15), "run15")],
            await store.Schedules.GetTicksAsync("watch", limit: 2)
        );
    }

    [Fact]
    public async Task A_tick_that_is_taken_begins_no_run()
    {
        await using var first = _sandbox.Open();
        await using var second = _sandbox.Open();
        await using (var run = await first.Runs.BeginRunAsync(Run("run1", 0)))
        {
            var exception = await Assert.ThrowsAsync<TickTakenException>(() => second.Runs.BeginRunAsync(Run("run2", 0)));
            Assert.Contains("'watch'", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal("run1", Assert.Single(await first.Runs.GetRunsAsync(new RunFilter())).Id);
        Assert.Equal("run1", Assert.Single(await first.Schedules.GetTicksAsync("watch")).RunId);
        Assert.Empty(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "runs")));
    }

    [Fact]
    public async Task A_run_that_does_not_begin_takes_no_tick()
    {
        await using var store = _sandbox.Open();
        await (await store.Runs.BeginRunAsync(Run("run1", 0))).DisposeAsync();

        await Assert.ThrowsAsync<StoreException>(() => store.Runs.BeginRunAsync(Run("run1", 15)));

        Assert.Single(await store.Schedules.GetTicksAsync("watch"));
        await (await store.Runs.BeginRunAsync(Run("run2", 15))).DisposeAsync();
        Assert.Equal(2, (await store.Schedules.GetTicksAsync("watch")).Count);
    }

    [Fact]
    public async Task Schedulers_that_are_equally_fast_begin_one_run_a_tick()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            async (number, cancellation) =>
            {
                await using var store = _sandbox.Open();
                for (var tick = 0; tick < 25; tick++)
                {
                    try
                    {
                        await (await store.Runs.BeginRunAsync(Run($"run-{number}-{tick}", tick), cancellation)).DisposeAsync();
                    }
                    catch (TickTakenException)
                    {
                        // Another was faster.
                    }
                }
            }
        );

        await using var again = _sandbox.Open(readOnly: true);
        var ticks = await again.Schedules.GetTicksAsync("watch");
        var runs = await again.Runs.GetRunsAsync(new RunFilter());
        Assert.Equal((25, 25), (ticks.Count, runs.Count));
        Assert.Equal(
            ticks.Select(static tick => (tick.Time, tick.RunId)).Order(),
            runs.Select(static run => (run.Start.Tick!.Time, run.Id)).Order()
        );
    }

    [Fact]
    public async Task Gc_removes_a_run_but_its_tick_stays_taken()
    {
        await using var store = _sandbox.Open();
        for (var i = 0; i < 3; i++)
        {
            await using var run = await store.Runs.BeginRunAsync(Run($"run{i}", i));
            await run.FinishAsync(RunStatus.Succeeded, null, Time);
        }

        Assert.Equal(["run0", "run1"], (await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false)).Runs);

        await Assert.ThrowsAsync<TickTakenException>(() => store.Runs.BeginRunAsync(Run("again", 0)));
        Assert.Equal(3, (await store.Schedules.GetTicksAsync("watch")).Count);
    }

    public void Dispose() => _sandbox.Dispose();

    private static RunStart Run(string id, int minutes) =>
        StoreSandbox.NewRun(id) with
        {
            Tick = new Tick("watch", Time.AddMinutes(minutes)),
        };
}
