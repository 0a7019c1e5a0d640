using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Takes JSON in UTF-8 and writes it as text. What a terminal would obey rather than show, which JSON allows in its strings, leaves as an
/// escape.
/// </summary>
internal sealed class JsonStream(TextWriter output) : Stream
{
    private const int ChunkLength = 16 * 1024;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _chars = new char[ChunkLength + 2];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (; buffer.Length > 0; buffer = buffer[Math.Min(ChunkLength, buffer.Length)..])
        {
            var count = _decoder.GetChars(buffer[..Math.Min(ChunkLength, buffer.Length)], _chars, flush: false);
            Write(_chars.AsSpan(0, count));
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // What is written has been handed on.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Write(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // ASCII controls have been escaped where they belong to a string; others are JSON's own line breaks.
            if (text[i] > '~' && Printable.IsUnprintable(text[i]))
            {
                output.Write(text[start..i]);
                output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}"));
                start = i + 1;
            }
        }

        output.Write(text[start..]);
    }
}
