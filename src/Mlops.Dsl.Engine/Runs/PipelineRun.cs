using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>One run of a pipeline, from its first stage to its report.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The token source has no timer, and stages that were left behind may still ask its token."
)]
internal sealed class PipelineRun
{
    private readonly RunSession _run;
    private readonly StageExecutor _executor;
    private readonly CancellationTokenSource _stop = new();
    private readonly DateTimeOffset _started;
    private readonly long _startTimestamp;
    private readonly ResourcePool _resources;

    public PipelineRun(
        PipelineDefinition definition,
        object pipeline,
        RunOptions options,
        ArtifactKeeper? keeper = null,
        ScratchFolder? scratchFolder = null,
        ObserverHub? observers = null
    )
    {
        _started = options.TimeProvider.GetUtcNow();
        _startTimestamp = options.TimeProvider.GetTimestamp();
        var plan = PipelinePlan.Of(definition);
        var scratch = scratchFolder ?? new ScratchFolder();
        var isInMemory = keeper is null;
        var secrets = new SecretMask(definition, pipeline);
        _resources = ResourcePool.For(options);
        _run = new RunSession
        {
            Definition = definition,
            Pipeline = pipeline,
            Options = options,
            Plan = plan,
            Stages = CreateStages(plan, secrets, isRetained: isInMemory && options.KeepOutputs),
            Observers = observers ?? Observe(options, secrets),
            Keeper = keeper ?? new MemoryKeeper(scratch),
            Secrets = secrets,
            Scratch = scratch,
            Executor = options.Executor ?? InProcessExecutor.Instance,
            IsolatedExecutor = options.IsolatedExecutor ?? ChildProcessExecutor.Instance,
            StopToken = _stop.Token,
        };
        _executor = new StageExecutor(_run, _resources);
    }

    /// <summary>What everyone who works on the run shares.</summary>
    public RunSession Session => _run;

    private bool HasProcessEnded => _run.Options.ProcessEnd is { Token.IsCancellationRequested: true };

    /// <summary>Tells the observers of a run, also of what comes before it.</summary>
    public static ObserverHub Observe(RunOptions options, SecretMask secrets) =>
        new(options.Observers, (ILogger?)options.LoggerFactory?.CreateLogger("Mlops.Dsl") ?? NullLogger.Instance, secrets);

    /// <summary>Runs.</summary>
    /// <param name="recorder">Writes the run down; null for a run in memory.</param>
    /// <param name="outputs">Reads outputs of the finished run from its store; null for a run in memory.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    public async Task<RunReport> RunAsync(IRunRecorder? recorder, ReportOutputs? outputs, CancellationToken cancellationToken)
    {
        using var activity = RunTelemetry.StartRun(_run.Definition, recorder?.RunId ?? "");
        _run.ActivityContext = activity?.Context ?? default;
        _run.Observers.RunStarted(new RunInfo(recorder?.RunId ?? "", _run.Definition, _started, _run.Options.ResumeOf));
        WarnOfShortSecrets();
        WarnOfOversizedStages();
        try
        {
            await RunStagesAsync(cancellationToken);
            var status = await FinishAsync(recorder, cancellationToken);
            var report = CreateReport(recorder?.RunId ?? "", status, outputs);
            _run.Observers.RunFinished(report);
            return report;
        }
        finally
        {
            await _stop.CancelAsync();
            _run.Scratch.Remove(atExit: recorder is null);
        }
    }

    /// <summary>What is known of the stages before any of them runs.</summary>
    public static StageRun[] CreateStages(PipelinePlan plan, SecretMask secrets, bool isRetained) =>
        Array.ConvertAll(
            plan.Stages,
            stage =>
            {
                var outputs = stage.Outputs.Count == 0 ? [] : new OutputValue[stage.Outputs.Count];
                for (var i = 0; i < outputs.Length; i++)
                {
                    outputs[i] = new OutputValue(stage.Outputs[i], plan.ConsumersOf(stage.Index, i), stage.IsForEach, isRetained);
                }

                return new StageRun(stage, outputs, secrets);
            }
        );

    private async Task RunStagesAsync(CancellationToken cancellationToken)
    {
        await using var cancel = cancellationToken.UnsafeRegister(static state => ((PipelineRun)state!).Stop(), this);
        await using var abandon = _run.Options.Abandon.UnsafeRegister(
            static state => ((PipelineRun)state!)._executor.Scheduler.Abandon(),
            this
        );
        await using var end = (_run.Options.ProcessEnd?.Token ?? default).UnsafeRegister(
            static state => ((PipelineRun)state!)._executor.Scheduler.Abandon(),
            this
        );
        var stages = _executor.Scheduler.RunAsync();
        if (_run.Journal is { } journal && await Task.WhenAny(stages, journal.Completion) != stages)
        {
            // The store can't take any more: what runs now would be lost.
            Stop();
            await journal.Completion;
        }

        await stages;
    }

    private void Stop()
    {
        _executor.Scheduler.Stop();
        _stop.Cancel();
    }

    private async Task<RunStatus> FinishAsync(IRunRecorder? recorder, CancellationToken cancellationToken)
    {
        if (HasProcessEnded)
        {
            await FailRunningAsync(_run.Options.ProcessEnd!);
        }

        foreach (var stage in _run.Stages)
        {
            Array.ForEach(stage.Outputs, static output => output.Forget());
            if (stage.Outcome is null)
            {
                stage.Outcome = StageOutcome.Cancelled;
                stage.Reason = HasProcessEnded ? "the process was ended" : "the run was cancelled";
                _run.Journal?.Record(stage);
                if (_run.Journal is null)
                {
                    _run.Report(stage);
                }
            }
        }

        var (status, reason) = Judge(cancellationToken.IsCancellationRequested || _run.Options.Abandon.IsCancellationRequested);
        if (recorder is not null)
        {
            await _run.Journal!.CompleteAsync();
            await recorder.FinishAsync(status, reason, _run.Options.TimeProvider.GetUtcNow());
        }

        return status;
    }

    private async Task FailRunningAsync(ProcessEnd end)
    {
        StageRun[] running =
        [
            .. _run.Stages.Where(static stage => stage is { Outcome: null } and ({ Attempts: > 0 } or { IsAskedForVersion: true })),
        ];
        var message = end.Describe(running.Select(static stage => stage.Definition.Name));
        foreach (var stage in running)
        {
            stage.Attempts = Math.Max(1, stage.Attempts);
            stage.Duration = stage.StartTimestamp == 0 ? TimeSpan.Zero : _run.Options.TimeProvider.GetElapsedTime(stage.StartTimestamp);
            await _executor.FailAsync(stage, StageErrors.Found(stage.Definition, element: null, message, end.Exception));
        }
    }

    private (RunStatus Status, string? Reason) Judge(bool isCancelled)
    {
        if (isCancelled && _run.Stages.Any(static stage => stage.Outcome == StageOutcome.Cancelled))
        {
            return (RunStatus.Cancelled, "it was cancelled");
        }

        var failed = _run.Stages.FirstOrDefault(static stage => stage.Outcome == StageOutcome.Failed);
        if (failed is not null)
        {
            return (RunStatus.Failed, $"{failed.Definition.Name} failed: {failed.Error!.Message}");
        }

        if (HasProcessEnded && _run.Stages.Any(static stage => stage.Outcome == StageOutcome.Cancelled))
        {
            return (RunStatus.Failed, $"the process was ended: {_run.Options.ProcessEnd!.Cause}");
        }

        var refused = _run.Stages.FirstOrDefault(static stage => stage.Gate is { Passed: false });
        return refused is null
            ? (RunStatus.Succeeded, null)
            : (RunStatus.Refused, $"{refused.Definition.Name} refused: {refused.Gate!.Reason}");
    }

    private RunReport CreateReport(string runId, RunStatus status, ReportOutputs? outputs) =>
        new(
            output => outputs?.LoadAsync(output) ?? output.GetAsync(_run.Keeper),
            Array.ConvertAll(_run.Stages, static stage => stage.Outputs),
            outputs
        )
        {
            RunId = runId,
            Definition = _run.Definition,
            Status = status,
            StartedAt = _started,
            Duration = _run.Options.TimeProvider.GetElapsedTime(_startTimestamp),
            Stages = Array.ConvertAll(_run.Stages, stage => stage.ToReport(_run.ReadMetrics)),
            Published = [.. _run.Stages.Where(static stage => stage.Published is not null).Select(static stage => stage.Published!)],
            Warnings = _run.Observers.Warnings,
        };

    private void WarnOfShortSecrets()
    {
        foreach (var secret in _run.Secrets.TooShort)
        {
            _run.Observers.Warn(
                $"The secret '{secret}' is so short that it can be guessed; it is hidden only where it stands alone, not inside words and "
                    + $"numbers."
            );
        }
    }

    private void WarnOfOversizedStages()
    {
        foreach (var stage in _run.Plan.Stages)
        {
            if (!Demand.Of(stage.Policy).IsWithin(_resources.Limits))
            {
                _run.Observers.Warn(
                    $"Stage '{stage.Name}' declares more than there is ({Describe(Demand.Of(stage.Policy))} of "
                        + $"{Describe(_resources.Limits)}); it runs alone.{Advise(stage)}"
                );
            }
        }
    }

    private string Advise(StageDefinition stage) =>
        stage.Policy.Gpu <= _resources.Limits.Gpus
            ? ""
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $" It asks for {stage.Policy.Gpu} accelerators and gets {_resources.Limits.Gpus}: say how many there are by --gpus, "
            ) + "MLOPS_GPUS or RunOptions.Gpus.";

    private static string Describe(Demand demand) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{demand.MilliCpus / 1000.0} cpu, {demand.MemoryMiB} MiB, {demand.Gpus} gpu"
        );
}
