using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>One pipeline and its schedule.</summary>
internal sealed class ScheduledPipeline(PipelineDefinition definition, IStore store, SchedulerOptions options)
{
    // More than can lie in the future after a clock was wrong for a while.
    private const int LookedAt = 1000;

    private readonly CronSchedule _schedule = CronSchedule.Parse(definition.Schedule!);
    private DateTimeOffset? _tried;
    private string? _resumed;
    private bool _hasLooked;

    /// <summary>When the schedule began to be kept: a pipeline that never ran by it waits for the first tick after.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>The look at the clock, or the run, that goes on.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Says what will come.</summary>
    public void Begin(DateTimeOffset started)
    {
        Started = started;
        var next = _schedule.Next(started) is { } tick ? $"next {tick.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "which never comes";
        options.Say($"schedule of '{definition.Name}': {definition.Schedule!.Cron} ({definition.Schedule.TimeZone}), {next}");
    }

    /// <summary>
    /// Goes on with the run of the last tick where it was interrupted, or else begins the run of a tick that is due; and waits for its end.
    /// Interrupted runs are looked for at first, and before each tick: the process of another scheduler may have ended meanwhile.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow() - options.Settling;
        var ticks = await store.Schedules.GetTicksAsync(definition.Name, LookedAt, cancellationToken);

        // A tick in the future was taken while the clock was wrong. It keeps its run, and holds up nothing.
        var last = ticks.FirstOrDefault(tick => tick.Time <= now);
        var due = _schedule.Latest(now, last?.Time ?? Started);
        var isDue = due is not null && due != _tried && ticks.All(tick => tick.Time != due);
        if ((isDue || !_hasLooked) && last is not null && await FindInterruptedAsync(last, cancellationToken) is { } interrupted)
        {
            options.Say($"going on with run {interrupted.Id} of '{definition.Name}', which was interrupted");
            await ResumeAsync(interrupted, cancellationToken);
            return;
        }

        _hasLooked = true;
        if (isDue)
        {
            _tried = due;
            await RunAsync(due!.Value, last?.Time, cancellationToken);
        }
    }

    private Task RunAsync(DateTimeOffset due, DateTimeOffset? last, CancellationToken cancellationToken)
    {
        var since = last ?? _schedule.Latest(due - TimeSpan.FromTicks(1)) ?? due - TimeSpan.FromDays(1);
        return RunAsync(new Tick(definition.Name, due), since, cancellationToken);
    }

    private Task RunAsync(Tick tick, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var window = definition.Window is { Name: var name }
            ? new[] { new KeyValuePair<string, string?>(name, new TimeWindow(since, tick.Time).ToString()) }
            : [];
        return RunAsync(
            window,
            new RunOptions { Tick = tick },
            $"the tick {tick.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            cancellationToken
        );
    }

    private Task ResumeAsync(RunRecord run, CancellationToken cancellationToken)
    {
        _resumed = run.Id;
        return RunAsync(
            run.Start.Parameters.Where(static parameter => !parameter.IsSecret && !parameter.IsDefault)
                .Select(static parameter => new KeyValuePair<string, string?>(parameter.Name, parameter.Value)),
            new RunOptions { ResumeOf = run.Id, ResumesFirst = true },
            $"run {run.Id}",
            cancellationToken
        );
    }

    private async Task RunAsync(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        RunOptions run,
        string what,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var report = await ProgramEngine.RunAsync(
                definition,
                PipelineInstance.Create(definition, parameters),
                run with
                {
                    StorePath = options.StorePath,
                    Services = options.Services,
                    LoggerFactory = options.LoggerFactory,
                    TimeProvider = options.TimeProvider,
                },
                cancellationToken
            );
            var outcome = report.Status.ToString().ToLowerInvariant();
            var reason = report.Stages.FirstOrDefault(static stage => stage.Error is not null) is { Error: { } error } failed
                ? $": {failed.Stage.Name} failed: {error.Message}"
                : "";
            options.Say($"run {report.RunId} of '{definition.Name}' for {what} {outcome}{reason}");
        }
        catch (Exception exception) when (exception is TickTakenException or RunResumedException)
        {
            // Another scheduler was faster.
        }
        catch (ParameterException exception)
        {
            options.Say($"'{definition.Name}' can't run for {what}: {exception.Message}");
        }
        catch (StoreException exception) when (exception.Problem is StoreProblem.Locked)
        {
            // Somebody collects: it is tried again at the next look.
            _tried = null;
            _resumed = null;
            options.Say($"'{definition.Name}' waits for the store: {exception.Message}");
        }
    }

    private async Task<RunRecord?> FindInterruptedAsync(TickRecord tick, CancellationToken cancellationToken)
    {
        var run = await StartedRun.FollowAsync(store.Runs, tick.RunId, cancellationToken);

        // A run that ends its process each time would end every process that goes on with it.
        var isHopeless = run.Interruptions > options.MaxInterruptions;
        return run.IsInterrupted && !isHopeless && run.Latest!.Id != _resumed ? run.Latest : null;
    }
}
