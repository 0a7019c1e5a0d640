namespace Mlops.Dsl.Engine;

/// <summary>A way to write bytes in digits of some bits each: base64 or hexadecimal.</summary>
internal sealed class ByteDigits
{
    private const int BitsOfByte = 8;
    private const string LettersAndNumbers = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly int _bits;
    private readonly int _digitsOfGroup;
    private readonly sbyte[] _values = new sbyte[128];
    private readonly Func<string, int, int> _lengthOfGap;

    private ByteDigits(int bits, int digitsOfGroup, string[] alphabets, Func<string, int, int> lengthOfGap)
    {
        (_bits, _digitsOfGroup, _lengthOfGap) = (bits, digitsOfGroup, lengthOfGap);
        Array.Fill(_values, (sbyte)-1);
        foreach (var alphabet in alphabets)
        {
            for (var value = 0; value < alphabet.Length; value++)
            {
                _values[alphabet[value]] = (sbyte)value;
            }
        }
    }

    /// <summary>Base64 in its usual alphabet and in that for URLs, in one line or several.</summary>
    public static ByteDigits Base64 { get; } = new(6, 4, [LettersAndNumbers + "+/", LettersAndNumbers + "-_"], LengthOfLineBreak);

    /// <summary>Hexadecimal digits in any case, with anything but letters and digits between them, or with prefixes.</summary>
    public static ByteDigits Hexadecimal { get; } = new(4, 2, ["0123456789ABCDEF", "0123456789abcdef"], LengthOfSeparator);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ByteDigits> All { get; } = [Base64, Hexadecimal];

    /// <summary>The bytes that the digits in a text can be: each digit may be the first.</summary>
    /// <param name="text">What holds the digits.</param>
    /// <param name="shortest">How many bytes are looked for at least.</param>
    public IEnumerable<EncodedBytes> In(string text, int shortest)
    {
        var digits = new List<(int Value, int Position)>();
        for (var i = 0; i <= text.Length; )
        {
            if (i < text.Length && _lengthOfGap(text, i) is > 0 and var gap)
            {
                i += gap;
                continue;
            }

            if (i < text.Length && text[i] < _values.Length && _values[text[i]] is >= 0 and var value)
            {
                digits.Add((value, i));
            }
            else
            {
                for (var first = 0; first < _digitsOfGroup && (digits.Count - first) * _bits / BitsOfByte >= shortest; first++)
                {
                    yield return Decode(digits, first);
                }

                digits.Clear();
            }

            i++;
        }
    }

    private EncodedBytes Decode(List<(int Value, int Position)> digits, int first)
    {
        var bytes = new EncodedBytes((digits.Count - first) * _bits / BitsOfByte);
        for (var (index, bit) = (0, first * _bits); bit + BitsOfByte <= digits.Count * _bits; index++, bit += BitsOfByte)
        {
            var (firstDigit, lastDigit, value) = (bit / _bits, (bit + BitsOfByte - 1) / _bits, 0);
            for (var digit = firstDigit; digit <= lastDigit; digit++)
            {
                value = (value << _bits) | digits[digit].Value;
            }

            value >>= ((lastDigit + 1) * _bits) - (bit + BitsOfByte);
            bytes.Set(index, (byte)value, digits[firstDigit].Position, digits[lastDigit].Position + 1);
        }

        return bytes;
    }

    /// <summary>A line break, and by how much the next line is indented.</summary>
    private static int LengthOfLineBreak(string text, int start)
    {
        var end = start;
        if (text[start] is '\r' or '\n')
        {
            for (end++; end < text.Length && text[end] is ' ' or '\t'; end++) { }
        }

        return end - start;
    }

    /// <summary>The prefixes <c>0x</c> and <c>\x</c>, else one character that is neither letter nor digit.</summary>
    private static int LengthOfSeparator(string text, int start) =>
        text[start] switch
        {
            '0' or '\\' when start + 1 < text.Length && text[start + 1] is 'x' or 'X' => 2,
            var character => char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) ? 1 : 0,
        };
}
