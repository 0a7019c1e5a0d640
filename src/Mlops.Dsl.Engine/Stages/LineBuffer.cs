using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>Puts pieces of text together to lines. Safe for concurrent use; each line is passed on by whoever ends it.</summary>
/// <param name="pass">Takes a line, without its end.</param>
internal sealed class LineBuffer(Action<string> pass)
{
    /// <summary>A longer line is passed on in pieces: output that never ends a line must not fill the memory.</summary>
    private const int LongestLine = 16 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _line = new();
    private bool _isAfterReturn;

    /// <summary>Adds a piece. A line ends with a line feed, a carriage return, or both.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var line in Take(text))
        {
            pass(line);
        }
    }

    /// <summary>Passes on what has been written since the last line's end, if anything.</summary>
    public void Flush()
    {
        string? rest = null;
        lock (_gate)
        {
            if (_line.Length > 0)
            {
                rest = TakeLine();
            }
        }

        if (rest is not null)
        {
            pass(rest);
        }
    }

    private List<string> Take(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        lock (_gate)
        {
            foreach (var c in text)
            {
                if (c is '\r' or '\n')
                {
                    if (c == '\r' || !_isAfterReturn)
                    {
                        lines.Add(TakeLine());
                    }
                }
                else
                {
                    _line.Append(c);
                    if (_line.Length >= LongestLine)
                    {
                        lines.Add(TakeLine());
                    }
                }

                _isAfterReturn = c == '\r';
            }
        }

        return lines;
    }

    private string TakeLine()
    {
        var line = _line.ToString();
        _line.Clear();
        return line;
    }
}
