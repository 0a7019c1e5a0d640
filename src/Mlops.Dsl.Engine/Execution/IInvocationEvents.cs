using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.Engine;

/// <summary>Is told what a stage does while it runs. Safe for concurrent use; what comes after the attempt's end is dropped.</summary>
public interface IInvocationEvents
{
    /// <summary>The stage logged a line.</summary>
    /// <param name="level">How important it is.</param>
    /// <param name="message">The text.</param>
    /// <param name="details">The exception that was logged with it, with its stack trace, if any.</param>
    void Log(LogLevel level, string message, string? details = null);

    /// <summary>The stage wrote a line to the console.</summary>
    /// <param name="isError">Whether it was the error output.</param>
    /// <param name="line">The line, without its end.</param>
    void WriteLine(bool isError, string line);

    /// <summary>The stage recorded a metric: see <see cref="StageContext.LogMetric"/>.</summary>
    void LogMetric(string name, double value, long step);

    /// <summary>The stage told how far it is: see <see cref="StageContext.ReportProgress"/>.</summary>
    void ReportProgress(double fraction, string? message);
}
