namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Takes what the program's own code writes to <see cref="Console"/> while a verb goes on: a stage's becomes lines of its log, anything else goes where it disturbs
/// nothing. Otherwise it would stand between lines of JSON, or in the middle of a table that is redrawn.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextWriter _capturedOutput;
    private readonly TextWriter _capturedError;
    private readonly CapturedWriter[] _writers;
    private Action<string, bool>? _showLine;

    /// <summary>Takes what is written from now on.</summary>
    /// <param name="isJson">Whether the output is JSON: then what is no stage's goes to the error output.</param>
    public ConsoleCapture(bool isJson)
    {
        _writers = [new CapturedWriter(this, isJson ? _error : _output, isError: false), new CapturedWriter(this, _error, isError: true)];
        Console.SetOut(_writers[0]);
        Console.SetError(_writers[1]);

        // Not what was set: the console wraps it.
        _capturedOutput = Console.Out;
        _capturedError = Console.Error;
    }

    /// <summary>What shows a line that is no stage's, told whether it was written to the error output; null while nothing does.</summary>
    public Action<string, bool>? ShowLine => Volatile.Read(ref _showLine);

    /// <summary>Has lines that are no stage's shown.</summary>
    public void BeginShowing(Action<string, bool> showLine) => Volatile.Write(ref _showLine, showLine);

    /// <summary>Ends what <see cref="BeginShowing"/> began, with the last lines.</summary>
    public void EndShowing()
    {
        Array.ForEach(_writers, static writer => writer.EndLine());
        Volatile.Write(ref _showLine, null);
    }

    /// <summary>Gives the console back, unless someone else has taken it since.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(Console.Out, _capturedOutput))
        {
            Console.SetOut(_output);
        }

        if (ReferenceEquals(Console.Error, _capturedError))
        {
            Console.SetError(_error);
        }
    }
}
