using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.Engine;

/// <summary>
/// What an attempt of a stage writes to the console, which becomes lines of its log. It belongs to the attempt whose method called, also
/// from threads and tasks that the method started.
/// </summary>
internal sealed class StageOutput(StageLog log) : IDisposable
{
    private static readonly AsyncLocal<StageOutput?> Flowing = new();

    private readonly LineBuffer _output = new(line => log.Keep(LogLevel.Information, line));
    private readonly LineBuffer _error = new(line => log.Keep(LogLevel.Warning, line));

    /// <summary>Where what is written here and now belongs; null outside of stages, and in runs whose console is not theirs.</summary>
    public static StageOutput? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>
    /// Takes what is written from here on, and from whatever is started from here, until it is disposed; null where the console is not the
    /// run's.
    /// </summary>
    public static StageOutput? Begin(RunSession run, StageRun stage) =>
        run.Options.OwnsConsole ? Current = new StageOutput(stage.GetLog(run)) : null;

    /// <summary>Adds to the output.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isError">Whether it was written to the error output: then it is a warning.</param>
    public void Write(ReadOnlySpan<char> text, bool isError) => (isError ? _error : _output).Write(text);

    /// <summary>
    /// Ends the lines that have not been ended. What threads that were left behind write later is passed on line by line.
    /// </summary>
    public void Dispose()
    {
        Current = null;
        _output.Flush();
        _error.Flush();
    }
}
