using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;
using Spectre.Console;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>
/// Shows a run on a terminal while it goes on: a table of stages that is redrawn, and above it the lines that stages log.
/// Nothing is drawn, and nothing of the drawing library loaded, before a stage is started or some time has passed: a run that reuses
/// everything is over by then.
/// </summary>
internal sealed class LiveView(AppConsole console, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private readonly Dictionary<StageDefinition, LiveStage> _stages = [];
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _firstStage = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunInfo? _run;

    /// <summary>Draws until the run is over.</summary>
    public async Task ShowAsync(Task run)
    {
        await Task.WhenAny(run, _firstStage.Task, Task.Delay(LongestSilence, clock));
        if (run.IsCompleted && !_firstStage.Task.IsCompleted)
        {
            PrintLines(console.Out.WriteLine);
            return;
        }

        var terminal = CreateTerminal();
        await terminal
            .Live(new Text(""))
            .AutoClear(enabled: true)
            .Overflow(VerticalOverflow.Crop)
            .StartAsync(async live =>
            {
                while (!run.IsCompleted)
                {
                    Draw(terminal, live);
                    await Task.WhenAny(run, Task.Delay(Interval, clock));
                }

                Draw(terminal, live);
            });
        await console.Out.FlushAsync();
    }

    /// <summary>Prints the lines that have come since the table was drawn for the last time.</summary>
    public void PrintRest() => PrintLines(console.Out.WriteLine);

    /// <summary>Puts a line above the table.</summary>
    public void AddLine(string line) => _lines.Enqueue(Printable.Line(line));

    /// <inheritdoc />
    public void RunStarted(RunInfo run)
    {
        lock (_gate)
        {
            _run = run;
            foreach (var stage in run.Definition.Stages)
            {
                _stages.Add(stage, new LiveStage(stage));
            }
        }
    }

    /// <inheritdoc />
    public void StageStarted(StageDefinition stage, string reason, int attempt)
    {
        Update(
            stage,
            live =>
            {
                live.IsRunning = true;
                live.Started = clock.GetTimestamp();
                live.Fraction = null;
                live.Message = attempt == 1 ? reason : $"attempt {attempt} of {stage.Policy.Attempts}";
            }
        );
        if (stage.Kind != StageKind.Source)
        {
            _firstStage.TrySetResult();
        }
    }

    /// <inheritdoc />
    public void StageProgressed(StageDefinition stage, double fraction, string? message) =>
        Update(
            stage,
            live =>
            {
                live.Fraction = fraction;
                live.Message = message ?? live.Message;
            }
        );

    /// <inheritdoc />
    public void MetricLogged(StageDefinition stage, Metric metric) => Update(stage, live => live.SetMetric(metric.Name, metric.Value));

    /// <inheritdoc />
    public void LineLogged(StageDefinition? stage, LogLevel level, string message)
    {
        if (level >= LogLevel.Information)
        {
            AddLine($"{(stage is null ? "" : $"{stage.Name}: ")}{RunLines.PrefixOf(level)}{message}");
        }
    }

    /// <inheritdoc />
    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        AddLine($"{stage.Name}: attempt {attempt} failed, next in {Number.Of(delay)}: {error.Message}");

    /// <inheritdoc />
    public void StageFinished(StageReport report)
    {
        Update(
            report.Stage,
            live =>
            {
                live.IsRunning = false;
                live.Report = report;
            }
        );
        if (report.Outcome == StageOutcome.Failed)
        {
            AddLine($"{report.Stage.Name}: failed: {report.Error?.Message ?? report.Reason}");
        }
    }

    /// <inheritdoc />
    public void Warned(string message) => AddLine($"warning: {message}");

    private void Update(StageDefinition stage, Action<LiveStage> change)
    {
        lock (_gate)
        {
            if (_stages.TryGetValue(stage, out var live))
            {
                change(live);
            }
        }
    }

    private void Draw(IAnsiConsole terminal, LiveDisplayContext live)
    {
        PrintLines(line =>
        {
            // Lines are written over the table, which is drawn again below them: they must fill their rows, and never wrap.
            foreach (var row in TextWidth.Split(line, console.Width - 1))
            {
                terminal.Write(new Text($"{row}{new string(' ', console.Width - 1 - TextWidth.Of(row))}\n"));
            }
        });
        lock (_gate)
        {
            if (_run is { } run)
            {
                live.UpdateTarget(LiveTable.Draw(run, _stages.Values, clock, console.Width));
            }
        }

        console.Out.Flush();
    }

    private void PrintLines(Action<string> print)
    {
        while (_lines.TryDequeue(out var line))
        {
            print(line);
        }
    }

    private IAnsiConsole CreateTerminal()
    {
        var terminal = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = console.UsesColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(console.Raw),
            }
        );
        terminal.Profile.Width = console.Width;
        return terminal;
    }
}
