using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>Names, colours and exit codes of what becomes of runs and stages.</summary>
internal static class OutcomeText
{
    /// <summary>The outcome's name.</summary>
    public static string Of(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Executed => "executed",
            StageOutcome.Reused => "reused",
            StageOutcome.Skipped => "skipped",
            StageOutcome.Failed => "failed",
            _ => "cancelled",
        };

    /// <summary>The status's name.</summary>
    public static string Of(RunStatus status) =>
        status switch
        {
            RunStatus.Running => "running",
            RunStatus.Succeeded => "succeeded",
            RunStatus.Failed => "failed",
            RunStatus.Refused => "refused",
            RunStatus.Cancelled => "cancelled",
            _ => "interrupted",
        };

    /// <summary>How an outcome looks.</summary>
    public static TextStyle StyleOf(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Executed => TextStyle.Good,
            StageOutcome.Failed => TextStyle.Bad,
            StageOutcome.Reused => TextStyle.Dim,
            _ => TextStyle.Warning,
        };

    /// <summary>How a status looks.</summary>
    public static TextStyle StyleOf(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => TextStyle.Good,
            RunStatus.Failed => TextStyle.Bad,
            RunStatus.Running => TextStyle.None,
            _ => TextStyle.Warning,
        };

    /// <summary>The process's exit code after a run.</summary>
    public static int ExitCodeOf(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => ExitCode.Success,
            RunStatus.Refused => ExitCode.Refused,
            RunStatus.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Failure,
        };
}
