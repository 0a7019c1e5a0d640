using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.History;

/// <summary>Prints what the store knows of a run.</summary>
internal sealed class RunPage(AppConsole console, RunDetails details, IReadOnlyList<RunEvent> events)
{
    /// <summary>Prints the page.</summary>
    public void Print()
    {
        PrintHead();
        PrintParameters();
        PrintStages();
        PrintMetrics();
        PrintErrors();
        PrintPublished();
        PrintLogs();
    }

    private void PrintHead()
    {
        var run = details.Run;
        var table = new TextTable("run", run.Id);
        table.Add("pipeline", $"{run.Start.Pipeline} {run.Start.PipelineVersion}");
        table.Add("status", new(OutcomeText.Of(run.Status), OutcomeText.StyleOf(run.Status)));
        AddIf(table, "reason", run.Reason);
        table.Add("started", Number.Of(run.Start.Started));
        AddIf(table, "duration", run.Finished is { } finished ? Number.Of(finished - run.Start.Started) : null);
        AddIf(table, "resumes", run.Start.Parent);
        AddIf(table, "window", run.Start.Window?.ToString());
        AddIf(table, "asked for by", run.Start.AskedForBy);
        AddIf(table, "for the tick", run.Start is { AskedForBy: null, Tick: { } tick } ? Number.Of(tick.Time) : null);
        table.Add("where", $"{run.Start.Machine}, .NET {run.Start.RuntimeVersion}");
        table.Write(console);
    }

    private static void AddIf(TextTable table, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            table.Add(name, value);
        }
    }

    private void PrintParameters()
    {
        if (details.Run.Start.Parameters.Count == 0)
        {
            return;
        }

        console.Out.WriteLine();
        var table = new TextTable("parameter", "value", "");
        foreach (var parameter in details.Run.Start.Parameters)
        {
            table.Add(
                parameter.Name,
                parameter.IsSecret ? "(secret)" : parameter.Value ?? "(none)",
                new(parameter.IsDefault ? "default" : "", TextStyle.Dim)
            );
        }

        table.Write(console);
    }

    private void PrintStages()
    {
        console.Out.WriteLine();
        var table = new TextTable("stage", "outcome", ">duration", ">elements", "reason");
        foreach (var (result, _, _, _) in details.Stages)
        {
            table.Add(
                result.Stage,
                new(OutcomeText.Of(result.Outcome), OutcomeText.StyleOf(result.Outcome)),
                result.Outcome is StageOutcome.Executed or StageOutcome.Failed ? Number.Of(result.Duration) : "",
                result.Elements is { } elements ? Number.Of(elements.Executed + elements.Reused + elements.Failed) : "",
                result.Reason
            );
        }

        table.Write(console);
    }

    private void PrintMetrics()
    {
        var table = new TextTable("metric", ">value", ">step", "");
        foreach (var stage in details.Stages)
        {
            var origin = stage.Execution is { } execution && execution.RunId != details.Run.Id ? $"from run {execution.RunId}" : "";
            foreach (var metric in stage.LastMetrics)
            {
                table.Add(
                    $"{stage.Result.Stage}.{metric.Name}",
                    Number.Of(metric.Value),
                    metric.Step == 0 ? "" : Number.Of(metric.Step),
                    new(origin, TextStyle.Dim)
                );
            }
        }

        if (table.Count > 0)
        {
            console.Out.WriteLine();
            table.Write(console);
        }
    }

    private void PrintErrors()
    {
        foreach (var stage in details.Stages)
        {
            if (stage is { Result.Outcome: StageOutcome.Failed, Execution.Error: { } error })
            {
                console.Out.WriteLine();
                console.Out.WriteLine($"{console.Styled($"{stage.Result.Stage} failed", TextStyle.Bad)}: {Printable.Lines(error)}");
            }
        }
    }

    private void PrintPublished()
    {
        if (details.Published.Count > 0)
        {
            console.Out.WriteLine();
        }

        foreach (var entry in details.Published)
        {
            console.Out.WriteLine(
                $"published {Printable.Line(entry.Name)} version {Number.Of(entry.Version)} ({Printable.Line(entry.TypeName)}, "
                    + $"{Number.Bytes(entry.Artifact.Length)})"
            );
        }
    }

    private void PrintLogs()
    {
        var lines = details
            .Stages.SelectMany(static stage =>
                stage.Logs.Select(line => (line.Time, stage.Result.Stage, Text: $"{RunLines.PrefixOf(line.Level)}{line.Message}"))
            )
            .Concat(
                events.Select(static happened => (happened.Time, Stage: happened.Stage ?? "", Text: $"{happened.Kind}: {happened.Message}"))
            )
            .OrderBy(static line => line.Time)
            .ToArray();
        if (lines.Length > 0)
        {
            console.Out.WriteLine();
        }

        foreach (var (time, stage, text) in lines)
        {
            console.Out.WriteLine($"{Number.Of(time)}  {(stage.Length == 0 ? "" : $"{Printable.Line(stage)}: ")}{Printable.Lines(text)}");
        }
    }
}
