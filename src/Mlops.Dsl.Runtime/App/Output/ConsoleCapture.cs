using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Takes what the program's own code writes to <see cref="Console"/> while a verb goes on: a stage's becomes lines of its log, anything
/// else goes where it disturbs nothing. Otherwise it would stand between lines of JSON, or in the middle of a table that is redrawn.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextWriter _capturedOutput;
    private readonly TextWriter _capturedError;
    private readonly CapturedWriter[] _writers;
    private LineMailbox<bool>? _shown;

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

    /// <summary>
    /// Takes the lines that are no stage's, told whether they were written to the error output; null while nothing shows them.
    /// </summary>
    public LineMailbox<bool>? Shown => Volatile.Read(ref _shown);

    /// <summary>Has lines that are no stage's shown, soon after they are written.</summary>
    public void BeginShowing(Action<bool, string> showLine) => Volatile.Write(ref _shown, new LineMailbox<bool>(new Lock(), showLine));

    /// <summary>Ends what <see cref="BeginShowing"/> began, with the last lines.</summary>
    public void EndShowing()
    {
        Array.ForEach(_writers, static writer => writer.EndLine());
        var shown = Interlocked.Exchange(ref _shown, null);
        shown?.Deliver();
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
