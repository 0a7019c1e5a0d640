using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Models;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>Prints what a run did: one line where there was nothing to do, else a table, what went wrong, and what to do next.</summary>
internal sealed class RunSummary(AppEnvironment app, RunReport report)
{
    /// <summary>Beyond this, reused stages are counted and not listed.</summary>
    private const int LongestTable = 40;

    private readonly AppConsole _console = app.Console;

    /// <summary>Prints the summary.</summary>
    public void Print()
    {
        var reused = Count(StageOutcome.Reused);
        var skipped = Count(StageOutcome.Skipped);
        if (report.Succeeded && reused + skipped == report.Stages.Count && report.Published.All(static entry => entry.IsUnchanged))
        {
            var unseen = report.Stages.Count(static stage => stage is { Outcome: StageOutcome.Reused, FingerprintWarnings.Count: > 0 });
            var holes = unseen == 0 ? "" : $" ({Number.Of(unseen)} of them with code that the fingerprint does not see)";
            var also = skipped == 0 ? "" : $", {Number.Of(skipped)} skipped";
            _console.Out.WriteLine(
                $"{_console.Styled("nothing to do", TextStyle.Good)}: {Number.Of(reused, "stage")} reused{holes}{also} in "
                    + $"{Number.Of(report.Duration)} (run {report.RunId})"
            );
            return;
        }

        PrintStages();
        PrintErrors();
        PrintReports();
        PrintPublished();
        _console.Out.WriteLine();
        _console.Out.WriteLine(
            $"{_console.Styled(OutcomeText.Of(report.Status), OutcomeText.StyleOf(report.Status))} in {Number.Of(report.Duration)}: "
                + $"{Counts()} (run {report.RunId})"
        );
        PrintNextStep();
    }

    private void PrintStages()
    {
        var all = report.Stages.Count <= LongestTable;
        var listed = report.Stages.Where(stage => all || stage.Outcome != StageOutcome.Reused).ToArray();
        var table = new TextTable("stage", "outcome", ">duration", "reason");
        foreach (var stage in listed.Take(LongestTable))
        {
            var duration = stage.Outcome is StageOutcome.Executed or StageOutcome.Failed ? Number.Of(stage.Duration) : "";
            table.Add(stage.Stage.Name, new(OutcomeText.Of(stage.Outcome), OutcomeText.StyleOf(stage.Outcome)), duration, Reason(stage));
        }

        _console.Out.WriteLine();
        table.Write(_console, "  ");
        var more = report.Stages.Count - Math.Min(listed.Length, LongestTable);
        if (more > 0)
        {
            _console.Out.WriteLine($"  … and {Number.Of(more, "more stage")} ('{app.CommandName} show {report.RunId}' lists them all)");
        }
    }

    private static string Reason(StageReport stage)
    {
        var reason = stage switch
        {
            { Outcome: StageOutcome.Failed } => stage.Error?.Message ?? stage.Reason,
            { Gate: { } gate } => $"{(gate.Passed ? "passed" : "refused")}: {gate.Reason}",
            _ => stage.Reason,
        };
        var elements = stage.Elements is { } count ? $"{Number.Of(count, "element")}, {Number.Of(stage.ReusedElements)} reused" : "";
        var attempts = stage.Attempts > 1 ? Number.Of(stage.Attempts, "attempt") : "";
        return string.Join("; ", ((string[])[reason, elements, attempts]).Where(static part => part.Length > 0));
    }

    private void PrintErrors()
    {
        foreach (var stage in report.Stages)
        {
            if (stage is { Outcome: StageOutcome.Failed, Error: { } error })
            {
                _console.Out.WriteLine();
                var where = error.Location is null ? "" : $" ({error.Location})";
                var element = error.Element is { } index ? $", element {index}" : "";
                _console.Out.WriteLine(
                    $"{_console.Styled($"{stage.Stage.Name} failed", TextStyle.Bad)}{element}{where}: {Printable.Lines(error.Message)}"
                );
                if (error.Details is not null && report.RunId.Length > 0)
                {
                    _console.Out.WriteLine($"Its stack trace: {app.CommandName} show {report.RunId} --logs");
                }
            }
            else if (stage.Gate is { Passed: false } gate)
            {
                _console.Out.WriteLine();
                _console.Out.WriteLine(
                    $"{_console.Styled($"{stage.Stage.Name} refused", TextStyle.Warning)}: {Printable.Lines(gate.Reason)}"
                );
            }
        }
    }

    /// <summary>An output of type string whose name ends with "Report" is text for the person who ran the pipeline.</summary>
    private void PrintReports()
    {
        foreach (var stage in report.Stages)
        {
            for (var output = 0; output < stage.Stage.Outputs.Count; output++)
            {
                if (
                    stage.Outcome == StageOutcome.Executed
                    && !stage.Stage.IsForEach
                    && stage.Stage.Outputs[output] is OutputDefinition<string> { Name: var name }
                    && name.EndsWith("Report", StringComparison.Ordinal)
                )
                {
                    _console.Out.WriteLine();
                    _console.Out.WriteLine(_console.Styled(name, TextStyle.Strong));
                    _console.Out.WriteLine(
                        Printable.Lines(_console.Secrets.Apply(report.GetOutput<string>(stage.Stage.Index, output))).TrimEnd()
                    );
                }
            }
        }
    }

    private void PrintPublished()
    {
        if (report.Published.Count > 0)
        {
            _console.Out.WriteLine();
        }

        foreach (var entry in report.Published)
        {
            var name = _console.Styled($"{entry.Name} version {Number.Of(entry.Version)}", TextStyle.Strong);
            _console.Out.WriteLine(
                $"published {name} ({(entry.IsUnchanged ? "unchanged, " : "")}{Printable.Line(ModelText.NeedOf(entry, app.CommandName))})"
            );
        }
    }

    private void PrintNextStep()
    {
        if (report.Status is RunStatus.Cancelled or RunStatus.Failed or RunStatus.Interrupted && report.RunId.Length > 0)
        {
            _console.Out.WriteLine($"What was committed is kept. Go on with: {app.CommandName} resume {report.RunId}");
        }
    }

    private int Count(StageOutcome outcome) => report.Stages.Count(stage => stage.Outcome == outcome);

    private string Counts() =>
        string.Join(
            ", ",
            (
                (ReadOnlySpan<StageOutcome>)
                    [StageOutcome.Executed, StageOutcome.Reused, StageOutcome.Skipped, StageOutcome.Failed, StageOutcome.Cancelled]
            )
                .ToArray()
                .Where(outcome => Count(outcome) > 0)
                .Select(outcome => $"{Number.Of(Count(outcome))} {OutcomeText.Of(outcome)}")
        );
}
