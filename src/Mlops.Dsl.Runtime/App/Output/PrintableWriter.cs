using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// The last thing before the terminal, whatever is written by whomever: it passes on what can be shown, the ends of lines, and the styles
/// of <see cref="StyleMark"/>; anything else that a terminal would obey leaves as an escape, which is one in JSON, too.
/// </summary>
internal sealed class PrintableWriter(TextWriter writer) : TextWriter(CultureInfo.InvariantCulture)
{
    private static readonly SearchValues<char> Watched = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c).Where(IsWatched),
    ]);

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (!buffer.ContainsAny(Watched))
        {
            writer.Write(buffer);
            return;
        }

        // In one piece: others write here as well, and must not get between.
        var text = new StringBuilder(buffer.Length + 64);
        for (var next = buffer.IndexOfAny(Watched); next >= 0; next = buffer.IndexOfAny(Watched))
        {
            text.Append(buffer[..next]);
            var c = buffer[next];
            var isLineEnd = c == '\r' && next + 1 < buffer.Length && buffer[next + 1] == '\n';
            text.Append(isLineEnd ? "\r" : StyleMark.CodeOf(c) ?? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"));
            buffer = buffer[(next + 1)..];
        }

        writer.Write(text.Append(buffer).ToString());
    }

    public override void WriteLine() => Write(NewLine);

    public override void WriteLine(string? value) => Write($"{value}{NewLine}");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write($"{buffer}{NewLine}");

    public override void Flush() => writer.Flush();

    public override Task FlushAsync() => writer.FlushAsync();

    private static bool IsWatched(char c) => Printable.IsUnprintable(c) && c is not ('\n' or '\t');
}
