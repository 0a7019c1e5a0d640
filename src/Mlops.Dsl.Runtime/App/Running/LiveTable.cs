using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>Draws the stages of a run that goes on. Every text is a plain one: nothing that a user wrote is read as markup.</summary>
internal static class LiveTable
{
    private const int MostRows = 16;
    private const int BarWidth = 20;

    /// <summary>Room for the terminal's echo of Ctrl-C, which would wrap the last line and throw the drawing out of place.</summary>
    private const int EchoWidth = 8;
    private static readonly string[] Spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    /// <summary>The table, and under it how far the run is.</summary>
    public static IRenderable Draw(RunInfo run, IReadOnlyCollection<LiveStage> stages, TimeProvider clock, int width)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        for (var column = 0; column < 5; column++)
        {
            table.AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var stage in Choose(stages))
        {
            AddRow(table, stage, clock, width);
        }

        var done = stages.Count(static stage => stage.Report is not null);
        var elapsed = Number.Of(clock.GetUtcNow() - run.StartedAt);
        var footer = $"{Number.Of(done)} of {Number.Of(stages.Count, "stage")}, {elapsed}  (Ctrl-C stops; the run can be resumed)";
        return new Rows(table, new Text(TextWidth.Cut(footer, width - EchoWidth), new Style(decoration: Decoration.Dim)));
    }

    /// <summary>All stages where they are few; else those that run or failed, and the latest of the others.</summary>
    private static IEnumerable<LiveStage> Choose(IReadOnlyCollection<LiveStage> stages)
    {
        if (stages.Count <= MostRows)
        {
            return stages;
        }

        var running = stages
            .Where(static stage => stage.IsRunning || stage.Report?.Outcome == StageOutcome.Failed)
            .Take(MostRows)
            .ToArray();
        var finished = stages
            .Where(static stage => stage.Report is { Outcome: not StageOutcome.Failed })
            .TakeLast(MostRows - running.Length);
        return finished.Concat(running);
    }

    private static void AddRow(Table table, LiveStage stage, TimeProvider clock, int width)
    {
        var (glyph, style) = Look(stage, clock);
        var elapsed = stage.IsRunning ? clock.GetElapsedTime(stage.Started) : stage.Report?.Duration ?? TimeSpan.Zero;
        table.AddRow(
            new Text(glyph, style),
            new Text(stage.Definition.Name, stage.IsRunning ? new Style(decoration: Decoration.Bold) : Style.Plain),
            new Text(State(stage), style),
            new Text(stage.IsRunning || elapsed > TimeSpan.Zero ? Number.Of(elapsed) : ""),
            new Text(Details(stage, Math.Max(10, width - 70)), new Style(decoration: Decoration.Dim))
        );
    }

    private static (string Glyph, Style Style) Look(LiveStage stage, TimeProvider clock) =>
        stage switch
        {
            { IsRunning: true } => (
                Spinner[(int)(clock.GetUtcNow().ToUnixTimeMilliseconds() / 100 % Spinner.Length)],
                new Style(Color.Aqua)
            ),
            { Report.Outcome: StageOutcome.Executed } => ("✓", new Style(Color.Green)),
            { Report.Outcome: StageOutcome.Reused } => ("=", new Style(Color.Grey)),
            { Report.Outcome: StageOutcome.Failed } => ("✗", new Style(Color.Red)),
            { Report: not null } => ("-", new Style(Color.Yellow)),
            _ => ("·", new Style(Color.Grey)),
        };

    private static string State(LiveStage stage)
    {
        if (stage.Report is { } report)
        {
            return OutcomeText.Of(report.Outcome);
        }

        if (!stage.IsRunning)
        {
            return "waiting";
        }

        if (stage.Fraction is not { } fraction || double.IsNaN(fraction))
        {
            return "running";
        }

        var filled = (int)(Math.Clamp(fraction, 0, 1) * BarWidth);
        return $"{new string('━', filled)}{new string('╌', BarWidth - filled)} {RunLines.Percent(fraction)}";
    }

    private static string Details(LiveStage stage, int width)
    {
        var metrics = string.Join(", ", stage.Metrics.TakeLast(3).Select(static metric => $"{metric.Key} {Number.Of(metric.Value)}"));
        var text = stage.IsRunning
            ? string.Join("  ", ((string?[])[stage.Message, metrics]).Where(static part => !string.IsNullOrEmpty(part)))
            : metrics;
        var line = Printable.Line(text);
        return TextWidth.Cut(line, width);
    }
}
