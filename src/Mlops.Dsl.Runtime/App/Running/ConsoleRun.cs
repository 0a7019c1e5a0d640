using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>Runs a pipeline for the command line: shows it while it goes on, and what it did at the end.</summary>
internal static class ConsoleRun
{
    /// <summary>Runs the pipeline.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        AppEnvironment app,
        PipelineDefinition definition,
        object pipeline,
        RunOptions options,
        bool json
    )
    {
        var clock = options.TimeProvider;
        var view = !json && app.Console.IsTerminal ? new LiveView(app.Console, clock) : null;
        IRunObserver observer = json ? new RunEvents(app.Console, clock) : (IRunObserver?)view ?? new RunLines(app.Console, clock);
        var interruption = app.Interruption;
        interruption.CanAbandon = true;
        interruption.Signalled = count =>
        {
            var line =
                count == 1 ? "stopping: running stages are asked to end; once more abandons them" : "abandoning the stages that still run";
            if (view is null)
            {
                app.Console.Error.WriteLine(line);
            }
            else
            {
                view.AddLine(line);
            }
        };
        app.Capture?.BeginShowing(
            (isError, line) =>
                observer.LineLogged(stage: null, isError ? LogLevel.Warning : LogLevel.Information, app.Console.Secrets.Apply(line))
        );
        using var watch = app.Capture is null ? null : new ProcessWatch(interruption);
        var run = ProgramEngine.RunAsync(
            definition,
            pipeline,
            options with
            {
                Services = app.Options.Services,
                LoggerFactory = app.Options.LoggerFactory,
                Observers = [observer],
                Abandon = interruption.Abandon,
                Fingerprints = app.Fingerprints,
                OwnsConsole = app.Capture is not null,
                ProcessEnd = watch?.End,
            },
            interruption.Stop
        );
        try
        {
            if (view is not null)
            {
                // Where the drawing fails, the run goes on to its end all the same.
                await Task.WhenAll(run, view.ShowAsync(run));
            }

            await run;
        }
        finally
        {
            app.Capture?.EndShowing();
            view?.PrintRest();
        }

        await using var report = await run;
        if (!json)
        {
            new RunSummary(app, report).Print();
        }

        await app.Console.Out.FlushAsync();
        await FollowUpAsync(app, report, options, json);
        if (
            watch is { End: { Token.IsCancellationRequested: true, Cause: var cause } }
            && report.Stages.All(static stage => stage.Outcome != StageOutcome.Failed)
        )
        {
            app.Console.WriteError($"the process was ended while the run went on: {cause}");
        }

        var code = OutcomeText.ExitCodeOf(report.Status);
        watch?.ExitWith(code);
        return code;
    }

    /// <summary>Does what packages registered for the end of a run that is kept, unless someone wants the program to end.</summary>
    private static async Task FollowUpAsync(AppEnvironment app, RunReport report, RunOptions options, bool json)
    {
        if (options.StorePath is null || app.Interruption.Stop.IsCancellationRequested)
        {
            return;
        }

        // The output of --json is events of the run, and nothing else.
        var output = json ? app.Console.Error : app.Console.Out;
        var followUp = new RunFollowUp(
            report,
            options with
            {
                Services = app.Options.Services,
                LoggerFactory = app.Options.LoggerFactory,
            },
            app.CommandName,
            line =>
            {
                output.WriteLine(Printable.Line(app.Console.Secrets.Apply(line)));
                output.Flush();
            }
        );
        foreach (var next in RunFollowUps.All)
        {
            await next(followUp, app.Interruption.Stop);
        }
    }
}
