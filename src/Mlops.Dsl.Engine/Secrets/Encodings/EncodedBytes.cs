using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>Bytes that a text holds in digits; of each of them it is known where the text writes it.</summary>
internal sealed class EncodedBytes(int count)
{
    private readonly byte[] _bytes = new byte[count];
    private readonly int[] _starts = new int[count];
    private readonly int[] _ends = new int[count];

    /// <summary>Sets a byte, which the text writes in a range of its characters.</summary>
    public void Set(int index, byte value, int start, int end) => (_bytes[index], _starts[index], _ends[index]) = (value, start, end);

    /// <summary>What the bytes say in UTF-8, and in UTF-16 of both orders, wherever in the bytes that begins.</summary>
    public IEnumerable<EncodedText> Read(SoughtTexts sought) =>
        ReadUtf8(sought)
            .Concat(ReadUtf16(sought, 0, lowFirst: true))
            .Concat(ReadUtf16(sought, 0, lowFirst: false))
            .Concat(ReadUtf16(sought, 1, lowFirst: true))
            .Concat(ReadUtf16(sought, 1, lowFirst: false));

    private IEnumerable<EncodedText> ReadUtf8(SoughtTexts sought)
    {
        var text = new EncodedText();
        var units = new char[2];
        for (var i = 0; i < _bytes.Length; )
        {
            // Bytes that are no UTF-8 give a replacement character, at which a text ends.
            Rune.DecodeFromUtf8(_bytes.AsSpan(i), out var rune, out var length);
            var written = units.AsMemory(0, rune.EncodeToUtf16(units));
            if (sought.MayHold(written.Span))
            {
                text.Add(written.Span, _starts[i], _ends[i + length - 1]);
            }
            else if (Ended(ref text, sought) is { } ended)
            {
                yield return ended;
            }

            i += length;
        }

        if (Ended(ref text, sought) is { } last)
        {
            yield return last;
        }
    }

    private IEnumerable<EncodedText> ReadUtf16(SoughtTexts sought, int start, bool lowFirst)
    {
        var text = new EncodedText();
        for (var i = start; i + 1 < _bytes.Length; i += sizeof(char))
        {
            var unit = (char)(lowFirst ? _bytes[i] | (_bytes[i + 1] << 8) : _bytes[i + 1] | (_bytes[i] << 8));
            if (sought.MayHold([unit]))
            {
                text.Add([unit], _starts[i], _ends[i + 1]);
            }
            else if (Ended(ref text, sought) is { } ended)
            {
                yield return ended;
            }
        }

        if (Ended(ref text, sought) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The text so far if it is long enough; then another one begins.</summary>
    private static EncodedText? Ended(ref EncodedText text, SoughtTexts sought)
    {
        if (text.Length < sought.Shortest)
        {
            text.Clear();
            return null;
        }

        var ended = text;
        text = new EncodedText();
        return ended;
    }
}
