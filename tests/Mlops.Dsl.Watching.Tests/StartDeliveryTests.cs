using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>Starts whose run ends in another way than by itself.</summary>
public sealed class StartDeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_whose_delivery_was_not_recorded_begins_no_second_run()
    {
        await using var watched = await DriftAsync();
        var taken = await TakeStartAsync(watched.Store);
        var delivery = new StartDelivery(watched.Store, OptionsOf(watched));

        var first = await delivery.DeliverAsync(taken, Cancellation);
        var again = await delivery.DeliverAsync(taken, Cancellation);

        Assert.Equal(first, again);
        Assert.Single(await StartedAsync(watched));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RunStatus.Cancelled)]
    public async Task A_run_that_was_interrupted_is_resumed_at_once_and_by_one_process(RunStatus? status)
    {
        await using var watched = await DriftAsync();
        var start = await TakeStartAsync(watched.Store);
        await BeginAsync(watched, start, status);
        await using var other = SqliteStore.Open(watched.Path, clock: watched.Clock);

        await Task.WhenAll(
            Task.Run(() => new Outbox(watched.Store, OptionsOf(watched)).DeliverDueAsync(Cancellation), Cancellation),
            Task.Run(() => new Outbox(other, OptionsOf(watched)).DeliverDueAsync(Cancellation), Cancellation)
        );

        var runs = await StartedAsync(watched);
        Assert.Equal([RunStatus.Succeeded, status ?? RunStatus.Interrupted], runs.Select(static run => run.Status));
        Assert.Equal(runs[1].Id, runs[0].Start.Parent);
        Assert.Equal("20", runs[0].Start.Parameters.Single(static parameter => parameter.Name == "Offset").Value);
        Assert.Single(await watched.Store.Schedules.GetTicksAsync(EffectKinds.TickOf(start).Schedule, cancellationToken: Cancellation));
        Assert.Equal((EffectStatus.Delivered, $"run {runs[0].Id} succeeded"), await StatusAsync(watched));
    }

    [Fact]
    public async Task A_run_that_goes_on_elsewhere_is_left_alone()
    {
        await using var watched = await DriftAsync();
        var start = await TakeStartAsync(watched.Store);
        await using (var run = await watched.Store.Runs.BeginRunAsync(RunOf(start), Cancellation))
        {
            watched.Clock.Now += TimeSpan.FromHours(1);
            var delivery = Assert.Single(
                await new Outbox(watched.Store, OptionsOf(watched)).DeliverDueAsync(Cancellation),
                static delivery => delivery.Effect.Kind == "start"
            );

            Assert.False(delivery.IsDelivered);
            Assert.Equal($"run {run.RunId} goes on", delivery.Result);
            Assert.Single(await StartedAsync(watched));
        }

        await new Outbox(watched.Store, OptionsOf(watched)).DeliverDueAsync(Cancellation);
        Assert.Equal(2, (await StartedAsync(watched)).Count);
    }

    [Theory]
    [InlineData(RunStatus.Failed, "failed")]
    [InlineData(RunStatus.Refused, "was refused by a gate")]
    public async Task A_run_that_ended_by_itself_is_not_run_again(RunStatus status, string outcome)
    {
        await using var watched = await DriftAsync();
        await BeginAsync(watched, await TakeStartAsync(watched.Store), status);
        watched.Clock.Now += TimeSpan.FromHours(1);

        await new Outbox(watched.Store, OptionsOf(watched)).DeliverDueAsync(Cancellation);

        var run = Assert.Single(await StartedAsync(watched));
        Assert.Equal((EffectStatus.Delivered, $"run {run.Id} {outcome}"), await StatusAsync(watched));
    }

    [Fact]
    public async Task A_run_that_ends_its_process_each_time_is_given_up()
    {
        await using var watched = await DriftAsync();
        await BeginAsync(watched, await TakeStartAsync(watched.Store), status: null);

        await new Outbox(watched.Store, OptionsOf(watched) with { MaxAttempts = 1 }).DeliverDueAsync(Cancellation);

        var run = Assert.Single(await StartedAsync(watched));
        var (status, result) = await StatusAsync(watched);
        Assert.Equal(EffectStatus.Failed, status);
        Assert.Contains($"'resume {run.Id}'", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_runs_that_are_to_resume_a_run_first_one_begins()
    {
        await using var watched = await DriftAsync();
        var interrupted = await BeginAsync(watched, await TakeStartAsync(watched.Store), status: null);
        var options = watched.Options with { ResumeOf = interrupted, ResumesFirst = true };
        await new IncomePipeline { Offset = 20 }.RunAsync(options, Cancellation);

        var exception = await Assert.ThrowsAsync<RunResumedException>(() =>
            new IncomePipeline { Offset = 20 }.RunAsync(options, Cancellation)
        );

        Assert.Contains(interrupted, exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await StartedAsync(watched)).Count);
        await new IncomePipeline { Offset = 20 }.RunAsync(options with { ResumesFirst = false }, Cancellation);
        Assert.Equal(3, (await StartedAsync(watched)).Count);
    }

    [Fact]
    public async Task A_lease_that_is_kept_goes_on_until_someone_else_takes_the_effect()
    {
        await using var watched = await DriftAsync();
        var start = await TakeStartAsync(watched.Store);
        await using var other = SqliteStore.Open(watched.Path, clock: watched.Clock);
        watched.Clock.Now += TimeSpan.FromMinutes(4);

        Assert.True(await watched.Store.Outbox.KeepAsync(start.Id, TimeSpan.FromMinutes(5), "half", Cancellation));
        watched.Clock.Now += TimeSpan.FromMinutes(4);
        Assert.DoesNotContain(await other.Outbox.TakeAsync(10, TimeSpan.FromMinutes(1), Cancellation), effect => effect.Id == start.Id);
        Assert.Equal((EffectStatus.Pending, "half"), await StatusAsync(watched));

        watched.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Contains(await other.Outbox.TakeAsync(10, TimeSpan.FromMinutes(1), Cancellation), effect => effect.Id == start.Id);
        Assert.False(await watched.Store.Outbox.KeepAsync(start.Id, TimeSpan.FromMinutes(5), "more", Cancellation));
    }

    [Fact]
    public async Task What_is_collected_is_not_what_a_start_goes_on_with()
    {
        await using var watched = await DriftAsync();
        var interrupted = await BeginAsync(watched, await TakeStartAsync(watched.Store), status: null);
        for (var i = 0; i < 2; i++)
        {
            await watched.PublishAsync(offset: 5);
        }

        await watched.Store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false, Cancellation);
        await new Outbox(watched.Store, OptionsOf(watched)).DeliverDueAsync(Cancellation);

        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Parent = interrupted }, Cancellation);
        Assert.Equal(RunStatus.Succeeded, Assert.Single(runs).Status);
    }

    private static async Task<WatchedStore> DriftAsync()
    {
        var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);
        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        return watched;
    }

    private static async Task<OutboxRecord> TakeStartAsync(IStore store) =>
        (await store.Outbox.TakeAsync(10, TimeSpan.FromMinutes(5), Cancellation)).Single(static effect => effect.Kind == "start");

    /// <summary>What a process leaves that began the run of a start: without a status it was killed.</summary>
    private static async Task<string> BeginAsync(WatchedStore watched, OutboxRecord start, RunStatus? status)
    {
        await using var run = await watched.Store.Runs.BeginRunAsync(RunOf(start), Cancellation);
        if (status is { } ended)
        {
            await run.FinishAsync(ended, "the test says so", watched.Clock.Now);
        }

        return run.RunId;
    }

    private static RunStart RunOf(OutboxRecord start) =>
        new()
        {
            Id = RunIds.Create(WatchedStore.Noon),
            Pipeline = "income",
            PipelineType = typeof(IncomePipeline).FullName!,
            PipelineVersion = "1.0.0",
            Started = WatchedStore.Noon,
            Tick = EffectKinds.TickOf(start),
            Parameters = [new RunParameter("Offset", "20")],
        };

    /// <summary>The runs of the start, newest first: without the one that published what is watched.</summary>
    private static async Task<IReadOnlyList<RunRecord>> StartedAsync(WatchedStore watched)
    {
        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation);
        return [.. runs.SkipLast(1)];
    }

    private static async Task<(EffectStatus Status, string? Result)> StatusAsync(WatchedStore watched)
    {
        var start = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Single(static effect => effect.Kind == "start");
        return (start.Status, start.Result);
    }

    private static DeliveryOptions OptionsOf(WatchedStore watched) => new() { StorePath = watched.Path, TimeProvider = watched.Clock };
}
