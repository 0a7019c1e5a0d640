using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>The ways in which a secret can stand in a text.</summary>
internal static class SecretSpellings
{
    /// <summary>A shorter secret is hidden only where it stands alone: it is a part of too many words and numbers.</summary>
    public const int ShortestInWords = 4;

    /// <summary>A shorter line of a secret of several lines, such as a brace, tells nothing.</summary>
    private const int ShortestLine = 8;

    /// <summary>
    /// The secret itself, without the white space around it, line by line, and in base64 wherever it begins there, even if the ends of that
    /// are cut off.
    /// </summary>
    public static IEnumerable<SecretSpelling> Of(string secret)
    {
        var trimmed = secret.Trim();
        if (trimmed.Length == 0)
        {
            return [];
        }

        if (trimmed.Length < ShortestInWords)
        {
            return [new SecretSpelling(trimmed) { IsWord = true }];
        }

        var lines = trimmed.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] texts = [secret, trimmed, .. lines.Where(static line => line.Length >= ShortestLine)];
        return texts.Distinct(StringComparer.Ordinal).SelectMany(OfText);
    }

    private static IEnumerable<SecretSpelling> OfText(string text)
    {
        yield return new SecretSpelling(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            var encoded = InBase64(bytes, before);
            yield return encoded;
            if (encoded.Text.AsSpan().ContainsAny('+', '/'))
            {
                yield return encoded.With(encoded.Text.Replace('+', '-').Replace('/', '_'));
            }
        }
    }

    /// <summary>
    /// What base64 makes of a secret behind a number of other bytes, without the characters that depend on what stands around it.
    /// </summary>
    private static SecretSpelling InBase64(byte[] secret, int before)
    {
        byte[] padded = [.. new byte[before], .. secret];
        var bits = 8 * padded.Length;
        return new SecretSpelling(Convert.ToBase64String(padded)[(((8 * before) + 5) / 6)..(bits / 6)])
        {
            IsBase64 = true,
            SharesBefore = before > 0,
            SharesAfter = bits % 6 != 0,
        };
    }
}
