using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>Runs by schedule, under a clock that jumps.</summary>
public sealed class SchedulerTests
{
    private static readonly DateTimeOffset Noon = WatchedStore.Noon;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tick_has_one_run_with_the_window_since_the_tick_before()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var scheduler = Create(watched);

        await LookAsync(watched, scheduler, Noon.AddMinutes(14));
        await LookAsync(watched, scheduler, Noon.AddMinutes(16));
        await LookAsync(watched, scheduler, Noon.AddMinutes(17));
        await LookAsync(watched, scheduler, Noon.AddMinutes(31));

        Assert.Equal([Window(0, 15), Window(15, 30)], await WindowsAsync(watched));
        await AssertTicksAreRunsAsync(watched);
    }

    [Fact]
    public async Task Of_missed_ticks_the_latest_is_run_with_a_window_over_all_of_them()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await LookAsync(watched, Create(watched), Noon.AddMinutes(16));

        await LookAsync(watched, Create(watched), Noon.AddHours(5).AddMinutes(1));

        Assert.Equal([Window(0, 15), Window(15, 300)], await WindowsAsync(watched));
        await AssertTicksAreRunsAsync(watched);
    }

    [Fact]
    public async Task A_clock_that_goes_back_doubles_no_tick_and_one_that_went_far_ahead_loses_none()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var scheduler = Create(watched);
        await LookAsync(watched, scheduler, Noon.AddMinutes(31));
        await LookAsync(watched, scheduler, Noon.AddMinutes(5));
        await LookAsync(watched, scheduler, Noon.AddMinutes(31));
        Assert.Equal([Window(15, 30)], await WindowsAsync(watched));

        // The year 2099 for a moment, and back.
        await LookAsync(watched, scheduler, new DateTimeOffset(2099, 1, 1, 0, 1, 0, TimeSpan.Zero));
        await LookAsync(watched, scheduler, Noon.AddMinutes(46));

        Assert.Contains(Window(30, 45), await WindowsAsync(watched));
        await AssertTicksAreRunsAsync(watched);
    }

    [Fact]
    public async Task Two_schedulers_on_one_store_have_as_many_runs_as_ticks()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var schedulers = new[] { Create(watched), Create(watched) };
        for (var i = 1; i <= 8; i++)
        {
            watched.Clock.Now = Noon.AddMinutes(15 * i).AddSeconds(3);
            await Task.WhenAll(schedulers.Select(scheduler => scheduler.LookAsync(Noon, Cancellation)));
        }

        Assert.Equal(8, (await WindowsAsync(watched)).Count);
        await AssertTicksAreRunsAsync(watched);
    }

    [Fact]
    public async Task It_goes_on_until_it_is_cancelled()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        watched.Clock.Now = Noon.AddMinutes(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = Create(watched).RunAsync(stop.Token);
        watched.Clock.Now = Noon.AddMinutes(16);
        for (var i = 0; i < 500 && (await WindowsAsync(watched)).Count == 0; i++)
        {
            await Task.Delay(20, Cancellation);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal([Window(0, 15)], await WindowsAsync(watched));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RunStatus.Cancelled)]
    public async Task A_run_that_was_interrupted_is_resumed_with_its_window_by_one_scheduler(RunStatus? status)
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var interrupted = await InterruptAsync(watched, status);

        // What a person runs meanwhile is no tick.
        await new IncomeWatch { Window = Window(3, 4) }.RunAsync(watched.Options, Cancellation);
        watched.Clock.Now = Noon.AddMinutes(16);
        var schedulers = new[] { Create(watched), Create(watched) };

        await Task.WhenAll(schedulers.Select(scheduler => Task.Run(() => scheduler.LookAsync(Noon, Cancellation), Cancellation)));
        await LookAsync(watched, schedulers[0], Noon.AddMinutes(17));

        var resumed = Assert.Single(await watched.Store.Runs.GetRunsAsync(new RunFilter { Parent = interrupted }, Cancellation));
        Assert.Equal((RunStatus.Succeeded, Window(0, 15)), (resumed.Status, resumed.Start.Window!.Value));
        Assert.Single(await watched.Store.Schedules.GetTicksAsync("income-watch", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_run_whose_process_ends_elsewhere_is_resumed_before_the_next_tick()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var scheduler = Create(watched);
        await LookAsync(watched, scheduler, Noon.AddMinutes(1));
        var interrupted = await InterruptAsync(watched, status: null);

        await LookAsync(watched, scheduler, Noon.AddMinutes(31));
        await LookAsync(watched, scheduler, Noon.AddMinutes(32));

        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income-watch" }, Cancellation);
        Assert.Equal([Window(15, 30), Window(0, 15), Window(0, 15)], runs.Select(static run => run.Start.Window!.Value));
        Assert.Equal(interrupted, runs[1].Start.Parent);
    }

    [Fact]
    public async Task A_run_that_ends_its_process_each_time_is_left_for_the_next_tick()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await InterruptAsync(watched, status: null);
        var scheduler = Create(watched, maxInterruptions: 0);

        await LookAsync(watched, scheduler, Noon.AddMinutes(31));

        Assert.Equal([Window(0, 15), Window(15, 30)], await WindowsAsync(watched));
    }

    /// <summary>Leaves what a scheduler leaves that ended within the run of the first tick; without a status it was killed.</summary>
    private static async Task<string> InterruptAsync(WatchedStore watched, RunStatus? status)
    {
        var start = new RunStart
        {
            Id = RunIds.Create(Noon),
            Pipeline = "income-watch",
            PipelineType = typeof(IncomeWatch).FullName!,
            PipelineVersion = "1.0.0",
            Started = Noon,
            Tick = new Tick("income-watch", Noon.AddMinutes(15)),
            Window = Window(0, 15),
            Parameters = [new RunParameter("Window", Window(0, 15).ToString())],
        };
        await using var run = await watched.Store.Runs.BeginRunAsync(start, Cancellation);
        if (status is { } ended)
        {
            await run.FinishAsync(ended, "the test says so", Noon);
        }

        return run.RunId;
    }

    private static Scheduler Create(WatchedStore watched, int maxInterruptions = 12) =>
        new(
            watched.Store,
            [IncomeWatch.Definition, IncomePipeline.Definition],
            new SchedulerOptions
            {
                StorePath = watched.Path,
                TimeProvider = watched.Clock,
                MaxInterruptions = maxInterruptions,
            }
        );

    private static TimeWindow Window(int start, int end) => new(Noon.AddMinutes(start), Noon.AddMinutes(end));

    private static async Task LookAsync(WatchedStore watched, Scheduler scheduler, DateTimeOffset now)
    {
        watched.Clock.Now = now;
        await scheduler.LookAsync(Noon, Cancellation);
    }

    private static async Task<IReadOnlyList<TimeWindow>> WindowsAsync(WatchedStore watched) =>
        [
            .. (await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income-watch" }, Cancellation))
                .Select(static run => run.Start.Window!.Value)
                .OrderBy(static window => window.End),
        ];

    private static async Task AssertTicksAreRunsAsync(WatchedStore watched)
    {
        var ticks = await watched.Store.Schedules.GetTicksAsync("income-watch", cancellationToken: Cancellation);
        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income-watch" }, Cancellation);
        Assert.Equal(
            runs.Select(static run => run.Id).Order(StringComparer.Ordinal),
            ticks.Select(static tick => tick.RunId).Order(StringComparer.Ordinal)
        );
    }
}
