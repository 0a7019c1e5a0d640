using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>
/// Prints a run as plain lines, for logs: what starts, how far it is from time to time, and what became of it. Reused stages are left to
/// the summary.
/// </summary>
internal sealed class RunLines(AppConsole console, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(10);
    private readonly Dictionary<StageDefinition, long> _lastProgress = [];

    /// <inheritdoc />
    public void StageStarted(StageDefinition stage, string reason, int attempt)
    {
        _lastProgress[stage] = clock.GetTimestamp();
        if (stage.Kind == StageKind.Source && attempt == 1)
        {
            // A source is read in every run: whether that is worth a line shows when it is known what it holds.
            return;
        }

        Print(stage, attempt == 1 ? $"started ({reason})" : $"started again, attempt {attempt} of {stage.Policy.Attempts}");
    }

    /// <inheritdoc />
    public void StageProgressed(StageDefinition stage, double fraction, string? message)
    {
        if (_lastProgress.TryGetValue(stage, out var last) && clock.GetElapsedTime(last) < ProgressInterval)
        {
            return;
        }

        _lastProgress[stage] = clock.GetTimestamp();
        Print(stage, $"{Percent(fraction)}{(message is null ? "" : $" {message}")}");
    }

    /// <inheritdoc />
    public void LineLogged(StageDefinition? stage, LogLevel level, string message)
    {
        if (level >= LogLevel.Information)
        {
            Print(stage, PrefixOf(level) + message);
        }
    }

    /// <inheritdoc />
    public void StageRetrying(StageDefinition stage, StageError error, int attempt, TimeSpan delay) =>
        Print(stage, $"attempt {attempt} failed, next in {Number.Of(delay)}: {error.Message}");

    /// <inheritdoc />
    public void StageFinished(StageReport report)
    {
        _lastProgress.Remove(report.Stage);
        switch (report.Outcome)
        {
            case StageOutcome.Executed:
                Print(report.Stage, $"executed in {Number.Of(report.Duration)}{Describe(report)}");
                break;
            case StageOutcome.Failed:
                Print(report.Stage, $"failed after {Number.Of(report.Duration)}: {report.Error?.Message ?? report.Reason}");
                break;
            case StageOutcome.Skipped or StageOutcome.Cancelled:
                Print(report.Stage, $"{OutcomeText.Of(report.Outcome)} ({report.Reason})");
                break;
            default:
                break;
        }
    }

    /// <inheritdoc />
    public void Warned(string message) => console.WriteWarning(message);

    /// <summary>A share, as a whole number of percent.</summary>
    internal static string Percent(double fraction) =>
        $"{Number.Of((long)Math.Floor(Math.Clamp(double.IsNaN(fraction) ? 0 : fraction, 0, 1) * 100))}%";

    /// <summary>A level's name before a message, where it is worth naming.</summary>
    internal static string PrefixOf(LogLevel level) =>
        level switch
        {
            LogLevel.Warning => "warning: ",
            LogLevel.Error => "error: ",
            LogLevel.Critical => "critical: ",
            _ => "",
        };

    private static string Describe(StageReport report) =>
        report.Gate is { } gate ? $", {(gate.Passed ? "passed" : "refused")}: {gate.Reason}"
        : report.Elements is { } elements ? $", {Number.Of(elements, "element")}, {Number.Of(report.ReusedElements)} reused"
        : "";

    private void Print(StageDefinition? stage, string text)
    {
        console.Out.WriteLine($"{(stage is null ? "" : $"{stage.Name}: ")}{Printable.Line(text)}");
        console.Out.Flush();
    }
}
