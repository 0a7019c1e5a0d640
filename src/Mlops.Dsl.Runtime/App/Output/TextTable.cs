using System.Text;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>A table in aligned text: the same on a terminal, in a log and in a file.</summary>
/// <param name="headers">The columns' names. A name that starts with <c>&gt;</c> makes a right-aligned column.</param>
internal sealed class TextTable(params string[] headers)
{
    private const int WidestCell = 100;
    private const int NarrowestLastColumn = 20;
    private readonly List<Cell[]> _rows = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    public void Add(params Cell[] cells) => _rows.Add(cells);

    /// <summary>Writes the table, headers first, each line indented.</summary>
    public void Write(AppConsole console, string indent = "")
    {
        var widths = new int[headers.Length];
        for (var column = 0; column < headers.Length; column++)
        {
            widths[column] = headers[column].TrimStart('>').Length;
            foreach (var row in _rows)
            {
                widths[column] = Math.Max(widths[column], TextWidth.Of(row[column].Text));
            }
        }

        if (console.IsTerminal)
        {
            // A line that wraps is harder to read than one that ends early.
            var others = indent.Length + widths[..^1].Sum() + (2 * (headers.Length - 1));
            widths[^1] = Math.Min(widths[^1], Math.Max(NarrowestLastColumn, console.Width - others));
        }

        WriteRow(console, indent, widths, [.. headers.Select(static header => new Cell(header.TrimStart('>'), TextStyle.Dim))]);
        foreach (var row in _rows)
        {
            WriteRow(console, indent, widths, row);
        }
    }

    private void WriteRow(AppConsole console, string indent, int[] widths, Cell[] cells)
    {
        var line = new StringBuilder(indent);
        var last = Array.FindLastIndex(cells, static cell => cell.Text.Length > 0);
        for (var column = 0; column <= last; column++)
        {
            var text = TextWidth.Cut(cells[column].Text, widths[column]);
            var padding = new string(' ', widths[column] - TextWidth.Of(text));
            var right = headers[column].StartsWith('>');
            line.Append(right ? padding : "").Append(console.Styled(text, cells[column].Style));
            if (column < last)
            {
                line.Append(right ? "" : padding).Append("  ");
            }
        }

        console.Out.WriteLine(line.ToString());
    }

    /// <summary>One cell: its text is made printable and cut where it is very long.</summary>
    internal readonly struct Cell
    {
        public Cell(string? text, TextStyle style = TextStyle.None)
        {
            var line = Printable.Line(text);
            Text = TextWidth.Cut(line, WidestCell);
            Style = style;
        }

        public string Text { get; }

        public TextStyle Style { get; }

        public static implicit operator Cell(string? text) => new(text);
    }
}
