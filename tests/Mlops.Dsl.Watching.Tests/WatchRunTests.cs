using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>A watching pipeline as the engine runs it, with a real store.</summary>
public sealed class WatchRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drift_is_found_and_leaves_a_notice_and_a_start_in_the_outbox()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(10, age: 60);
        await watched.Store.Serving.LabelAsync("income", "r3", "True", Cancellation);

        var run = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        Assert.Equal(RunStatus.Refused, run.Report.Status);
        Assert.Equal(new AgeDrift(60, 40, 10, 1), run.Compare);
        Assert.Equal(WatchedStore.Hour, run.Traffic.Window);
        var effects = await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation);
        Assert.Equal(["mail", "start"], effects.Select(static effect => effect.Kind).Order(StringComparer.Ordinal));
        var mail = effects.Single(static effect => effect.Kind == "mail");
        Assert.Equal($"{run.Report.RunId}/Tell", mail.Id);
        Assert.Equal("ops@example.org", mail.Target);
        Assert.Equal("They were 40 and are 60.", NoticePayload.Parse(mail.Payload).Text);
        var start = StartPayload.Parse(effects.Single(static effect => effect.Kind == "start").Payload);
        Assert.Equal("income", start.Pipeline);
        Assert.Equal([new("Offset", "20")], start.Parameters);
        Assert.Equal(WatchedStore.Hour, start.Origin.Window);
    }

    [Fact]
    public async Task The_window_is_in_the_run_record_and_only_it_is_read()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(10, age: 41);
        var window = new TimeWindow(WatchedStore.Noon.AddMinutes(2), WatchedStore.Noon.AddMinutes(5));

        var run = await new IncomeWatch { Window = window }.RunAsync(watched.Options, Cancellation);

        Assert.Equal(3, run.Traffic.Count);
        var record = Assert.Single(await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income-watch" }, Cancellation));
        Assert.Equal(window, record.Start.Window);
        Assert.Empty(await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task The_artifact_of_the_publishing_run_is_taken_by_reference_and_the_alias_is_recorded()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync(offset: 2);

        var run = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        Assert.Equal(42, run.Reference.Mean);
        Assert.Equal(31, run.Leaves);
        var reference = run.Report.Stages.Single(static stage => stage.Stage.Name == "Reference");
        Assert.Equal(StageOutcome.Reused, reference.Outcome);
        Assert.StartsWith("income@candidate is version 1", reference.Reason, StringComparison.Ordinal);
        var events = await watched.Store.Runs.GetEventsAsync(run.Report.RunId, Cancellation);
        Assert.StartsWith(
            "income@candidate is version 1 ",
            Assert.Single(events, static item => item.Kind == "alias.resolved").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_published_version_the_message_says_what_to_run()
    {
        await using var watched = new WatchedStore();

        var run = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        var error = run.Report.Stages.Single(static stage => stage.Stage.Name == "Reference").Error!.Message;
        Assert.Contains("Nothing is published as 'income'", error, StringComparison.Ordinal);
        Assert.Contains("Run the pipeline 'income' first.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_effect_is_never_a_hit_of_an_earlier_run()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);

        var first = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        var second = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        Assert.Equal(StageOutcome.Executed, second.Report.Stages.Single(static stage => stage.Stage.Name == "Tell").Outcome);
        var effects = await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation);
        Assert.Equal(
            new[] { $"{first.Report.RunId}/Tell", $"{second.Report.RunId}/Tell" }.Order(StringComparer.Ordinal),
            effects.Where(static effect => effect.Kind == "mail").Select(static effect => effect.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_resumed_run_has_the_effects_of_the_run_that_it_resumes()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);
        var first = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options with { ResumeOf = first.Report.RunId }, Cancellation);

        Assert.Equal(2, (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Count);
    }

    [Fact]
    public async Task A_resumed_run_takes_the_version_that_the_alias_named_before()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        var first = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        await watched.PublishAsync(offset: 7);

        var resumed = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(
            watched.Options with
            {
                ResumeOf = first.Report.RunId,
            },
            Cancellation
        );
        var fresh = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        Assert.Equal(40, resumed.Reference.Mean);
        Assert.Equal(47, fresh.Reference.Mean);
    }

    [Fact]
    public async Task A_start_within_the_cool_down_is_dropped()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);
        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        watched.Clock.Now += TimeSpan.FromHours(23);
        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        watched.Clock.Now += TimeSpan.FromHours(2);
        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);

        var starts = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation))
            .Where(static effect => effect.Kind == "start")
            .Reverse();
        Assert.Equal([EffectStatus.Pending, EffectStatus.Dropped, EffectStatus.Pending], starts.Select(static effect => effect.Status));
    }

    [Fact]
    public async Task A_window_that_nobody_set_is_refused()
    {
        await using var watched = new WatchedStore();

        var exception = await Assert.ThrowsAsync<ParameterException>(() => new IncomeWatch().RunAsync(watched.Options, Cancellation));

        Assert.Contains("Window must be a window that ends after it starts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_in_memory_says_what_it_lacks()
    {
        var run = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(cancellationToken: Cancellation);

        Assert.Contains(
            "give it one (--store",
            run.Report.Stages.Single(static stage => stage.Stage.Name == "Traffic").Error!.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "only a run with a store can",
            run.Report.Stages.Single(static stage => stage.Stage.Name == "Reference").Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_definition_tells_schedule_window_and_targets()
    {
        var definition = IncomeWatch.Definition;

        Assert.Equal(new PipelineSchedule("*/15 * * * *", "UTC"), definition.Schedule);
        Assert.Equal("Window", definition.Window!.Name);
        Assert.Equal("mail:ops@example.org", definition.Stages.Single(static stage => stage.Kind == StageKind.Notify).NotifyTarget);
        Assert.Equal(TimeSpan.FromDays(1), definition.Stages.Single(static stage => stage.Kind == StageKind.Start).CoolDown);
        Assert.Equal(2, IncomePipeline.Definition.Stages.Single(static stage => stage.Kind == StageKind.Publish).RequiredApprovals);
    }
}
