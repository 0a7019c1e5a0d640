using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>One pipeline and its schedule.</summary>
internal sealed class ScheduledPipeline(PipelineDefinition definition, IStore store, SchedulerOptions options)
{
    // More than can lie in the future after a clock was wrong for a while.
    private const int LookedAt = 1000;

    private readonly CronSchedule _schedule = CronSchedule.Parse(definition.Schedule!);
    private DateTimeOffset? _tried;

    /// <summary>When the schedule began to be kept: a pipeline that never ran by it waits for the first tick after.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>The look at the clock, or the run, that goes on.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Says what will come, and goes on with a run of the schedule that was interrupted.</summary>
    public async Task BeginAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        Started = started;
        var next = _schedule.Next(started) is { } tick ? $"next {tick.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "which never comes";
        options.Say($"schedule of '{definition.Name}': {definition.Schedule!.Cron} ({definition.Schedule.TimeZone}), {next}");
        if (await FindInterruptedAsync(cancellationToken) is { } interrupted)
        {
            options.Say($"going on with run {interrupted.Id} of '{definition.Name}', which was interrupted");
            Running = ResumeAsync(interrupted, cancellationToken);
        }
    }

    /// <summary>Begins the run of a tick that is due, and waits for its end.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow() - options.Settling;
        var ticks = await store.Schedules.GetTicksAsync(definition.Name, LookedAt, cancellationToken);

        // A tick in the future was taken while the clock was wrong. It keeps its run, and holds up nothing.
        DateTimeOffset? last = ticks.FirstOrDefault(tick => tick.Time <= now) is { } record ? record.Time : null;
        if (_schedule.Latest(now, last ?? Started) is not { } due || due == _tried || ticks.Any(tick => tick.Time == due))
        {
            return;
        }

        _tried = due;
        await RunAsync(new Tick(definition.Name, due), last ?? _schedule.Latest(due - TimeSpan.FromTicks(1)) ?? due - TimeSpan.FromDays(1), cancellationToken);
    }

    private Task RunAsync(Tick tick, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var window = definition.Window is { Name: var name }
            ? new[] { new KeyValuePair<string, string?>(name, new TimeWindow(since, tick.Time).ToString()) }
            : [];
        return RunAsync(window, new RunOptions { Tick = tick }, $"the tick {tick.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", cancellationToken);
    }

    private Task ResumeAsync(RunRecord run, CancellationToken cancellationToken) => RunAsync(
        run.Start.Parameters.Where(static parameter => !parameter.IsSecret && !parameter.IsDefault).Select(static parameter => new KeyValuePair<string, string?>(parameter.Name, parameter.Value)),
        new RunOptions { ResumeOf = run.Id },
        $"run {run.Id}",
        cancellationToken);

    private async Task RunAsync(IEnumerable<KeyValuePair<string, string?>> parameters, RunOptions run, string what, CancellationToken cancellationToken)
    {
        try
        {
            await using var report = await PipelineEngine.RunAsync(
                definition,
                PipelineInstance.Create(definition, parameters),
                run with { StorePath = options.StorePath, Services = options.Services, LoggerFactory = options.LoggerFactory, TimeProvider = options.TimeProvider },
                cancellationToken);
            var outcome = report.Status.ToString().ToLowerInvariant();
            var reason = report.Stages.FirstOrDefault(static stage => stage.Error is not null) is { Error: { } error } failed ? $": {failed.Stage.Name} failed: {error.Message}" : "";
            options.Say($"run {report.RunId} of '{definition.Name}' for {what} {outcome}{reason}");
        }
        catch (TickTakenException)
        {
            // Another scheduler was faster: the tick has its run.
        }
        catch (ParameterException exception)
        {
            options.Say($"'{definition.Name}' can't run for {what}: {exception.Message}");
        }
        catch (StoreException exception) when (exception.Problem is StoreProblem.Locked)
        {
            // Somebody collects: the tick is tried again at the next look.
            _tried = null;
            options.Say($"'{definition.Name}' waits for the store: {exception.Message}");
        }
    }

    private async Task<RunRecord?> FindInterruptedAsync(CancellationToken cancellationToken)
    {
        var runs = await store.Runs.GetRunsAsync(new RunFilter { Pipeline = definition.Name, Limit = 1 }, cancellationToken);
        return runs is [{ Status: RunStatus.Interrupted } run] && (run.Start.Tick is not null || run.Start.Parent is not null) ? run : null;
    }
}
