using System.Text;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>What <see cref="Console.Out"/> or <see cref="Console.Error"/> is while the console is captured.</summary>
internal sealed class CapturedWriter : TextWriter
{
    private readonly ConsoleCapture _capture;
    private readonly TextWriter _otherwise;
    private readonly bool _isError;
    private readonly LineBuffer _lines;

    /// <summary>Makes a writer.</summary>
    /// <param name="capture">Who has the console.</param>
    /// <param name="otherwise">Takes what is no stage's while nothing shows it.</param>
    /// <param name="isError">Whether it stands for the error output.</param>
    public CapturedWriter(ConsoleCapture capture, TextWriter otherwise, bool isError)
    {
        _capture = capture;
        _otherwise = otherwise;
        _isError = isError;
        _lines = new LineBuffer(Show);
    }

    public override Encoding Encoding => _otherwise.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (StageOutput.Current is { } stage)
        {
            stage.Write(buffer, _isError);
        }
        else if (_capture.Shown is null)
        {
            _otherwise.Write(buffer);
        }
        else
        {
            _lines.Write(buffer);
        }
    }

    public override void WriteLine() => Write(CoreNewLine);

    public override void WriteLine(string? value) => Write($"{value}{NewLine}");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write($"{buffer}{NewLine}");

    public override void Flush()
    {
        if (_capture.Shown is null)
        {
            _otherwise.Flush();
        }
    }

    /// <summary>Ends a line that has not been ended.</summary>
    public void EndLine() => _lines.Flush();

    private void Show(string line)
    {
        if (_capture.Shown is { } shown)
        {
            shown.Post(_isError, line);
        }
        else
        {
            _otherwise.WriteLine(line);
        }
    }
}
