using System.Globalization;
using System.Text;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>Each escape that URLs, JSON, C# and HTML know, by itself.</summary>
public sealed class EscapeTests
{
    /// <summary>What is written, and the character that it stands for.</summary>
    public static TheoryData<string, string> Escapes =>
        new()
        {
            { @"\n", "\n" },
            { @"\r", "\r" },
            { @"\t", "\t" },
            { @"\b", "\b" },
            { @"\f", "\f" },
            { @"\0", "\0" },
            { @"\""", "\"" },
            { @"\'", "'" },
            { @"\/", "/" },
            { @"\\", "\\" },
            { @"\\\\n", "\n" },
            { @"\\\\\\\\", "\\" },
            { @"\\\\\\\\n", "\n" },
            { @"\\\\\\\\u0026", "&" },
            { @"\u0026", "&" },
            { @"\u00e9", "é" },
            { @"\U000000E9", "é" },
            { @"\xe9", "é" },
            { @"\x26", "&" },
            { @"\U0001D4B3", "𝒳" },
            { @"\uD835\uDCB3", "𝒳" },
            { @"\\uD835\\uDCB3", "𝒳" },
            { "%26", "&" },
            { "%2f", "/" },
            { "%2F", "/" },
            { "%252F", "/" },
            { "%25252F", "/" },
            { "%25", "%" },
            { "%2525", "%" },
            { "%252525", "%" },
            { "%C3%A9", "é" },
            { "%25C3%25A9", "é" },
            { "%F0%9D%92%B3", "𝒳" },
            { "+", " " },
            { "&amp;", "&" },
            { "&lt;", "<" },
            { "&gt;", ">" },
            { "&quot;", "\"" },
            { "&apos;", "'" },
            { "&AMP;", "&" },
            { "&#9;", "\t" },
            { "&#38;", "&" },
            { "&#x26;", "&" },
            { "&#X26;", "&" },
            { "&#xE9;", "é" },
            { "&#119987;", "𝒳" },
            { "&#0000000119987;", "𝒳" },
            { "\r\n", "\n" },
        };

    /// <summary>What is nearly an escape of the character.</summary>
    public static TheoryData<string, string> Others =>
        new()
        {
            { @"\m", "\n" },
            { @"\u0027", "&" },
            { @"\u026", "&" },
            { @"\U0000026", "&" },
            { @"\x2", "&" },
            { @"\uD835\uDCB4", "𝒳" },
            { @"\uD834\uDCB3", "𝒳" },
            { @"\uD835uDCB3", "𝒳" },
            { @"\\\\\\\\\\\\\\\\\n", "\n" },
            { "%27", "&" },
            { "%2", "/" },
            { "25", "%" },
            { "%2", "%" },
            { "%C3A9", "é" },
            { "%C3%A8", "é" },
            { "%C3", "é" },
            { "%2F2", "/" },
            { "&am;", "&" },
            { "&amp", "&" },
            { "&lt;", ">" },
            { "&#39;", "&" },
            { "&#;", "&" },
            { "&38;", "&" },
            { "&#x27;", "&" },
            { "&#26;", "&" },
            { "&#x38;", "&" },
            { "&#00000000000038;", "&" },
            { "\r", "\n" },
            { "+", "+ " },
            { "++", " " },
            { "\r\n", "a" },
            { "+", "a" },
        };

    /// <summary>A short secret is looked for where it stands, and in no text that is taken out of another.</summary>
    [Theory]
    [MemberData(nameof(Escapes))]
    public void An_escape_in_a_secret_is_read_where_it_stands(string written, string meant) =>
        Assert.Equal("a *** b ***", new SecretMask([Short(meant)]).Apply($"a {Before(meant)}{written}2 b {Before(meant)}{written}2"));

    [Theory]
    [MemberData(nameof(Escapes))]
    public void An_escape_in_a_long_secret_is_hidden_with_it(string written, string meant) =>
        Assert.Equal("a *** b ***", new SecretMask([$"left-{meant}-right"]).Apply($"a left-{written}-right b left-{written}-right"));

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_nearly_an_escape_is_none(string written, string meant)
    {
        Assert.Equal($"a {Before(meant)}{written}2 b", new SecretMask([Short(meant)]).Apply($"a {Before(meant)}{written}2 b"));
        Assert.Equal($"a left-{written}-right", new SecretMask([$"left-{meant}-right"]).Apply($"a left-{written}-right"));
    }

    /// <summary>
    /// Escapes of ASCII characters are taken off before digits are read: each digit, and what stands between two of them, can be escaped.
    /// </summary>
    [Theory]
    [InlineData(@"\u0036")]
    [InlineData(@"\x36")]
    [InlineData(@"\U00000036")]
    [InlineData("%36")]
    [InlineData("&#54;")]
    [InlineData("&#x36;")]
    [InlineData(@"\n6")]
    [InlineData(@"\r6")]
    [InlineData(@"\t6")]
    [InlineData(@"\b6")]
    [InlineData(@"\f6")]
    [InlineData(@"\06")]
    [InlineData("&amp;6")]
    [InlineData("&lt;6")]
    [InlineData("&gt;6")]
    [InlineData("&quot;6")]
    [InlineData("&apos;6")]
    [InlineData("+6")]
    public void Escaped_digits_are_read_as_digits(string escaped)
    {
        var digits = Convert.ToHexStringLower("left-right"u8);

        // The first digit stays as it is, so that the text begins with one; the second byte is "65".
        Assert.StartsWith("6c65", digits, StringComparison.Ordinal);
        var text = $"{digits[..2]}{escaped}{digits[3..]}";
        Assert.Equal("(***)", new SecretMask(["left-right"]).Apply($"({text})"));
        Assert.Equal("(%7e***%7e)", new SecretMask(["left-right"]).Apply($"(%7e{text}%7e)"));
    }

    [Fact]
    public void A_plus_is_a_space_between_digits_where_escapes_of_a_form_are_read_beside_it()
    {
        var digits = Convert.ToHexStringLower(Encoding.Unicode.GetBytes("left-right"));

        Assert.Equal("(***)", new SecretMask(["left-right"]).Apply($"({digits[..4]}+%36{digits[5..]})"));
    }

    /// <summary>Behind four encodings nothing but a spelling is looked for; one more is not taken off.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Four_encodings_are_taken_off(int encodings, bool isHidden)
    {
        var text = Enumerable.Range(0, encodings).Aggregate("left-right", static (text, _) => InHexadecimal(text));

        Assert.Equal(isHidden ? "(***)" : $"({text})", new SecretMask(["left-right"]).Apply($"({text})"));
    }

    /// <summary>
    /// Each bit of a secret in base64 is hidden, and no character that has none of them: where the text is decoded, and behind so many
    /// encodings that it is not.
    /// </summary>
    [Theory]
    [MemberData(nameof(Shifts))]
    public void Base64_is_hidden_from_the_secrets_first_bit_to_its_last(int before, int after, int encodings)
    {
        var secret = "?right>left~?"u8;
        byte[] bytes = [.. Enumerable.Repeat((byte)'>', before), .. secret, .. Enumerable.Repeat((byte)'?', after)];
        var (first, last) = (8 * before / 6, ((8 * (before + secret.Length)) + 5) / 6);
        var mask = new SecretMask([Encoding.UTF8.GetString(secret)]);
        var usual = Convert.ToBase64String(bytes);
        foreach (var text in (string[])[usual, usual.Replace('+', '-').Replace('/', '_')])
        {
            var (start, end) = (Encode(text[..first], encodings), Encode(text[last..], encodings));

            Assert.Equal($"({start}***{end})", mask.Apply($"({Encode(text, encodings)})"));
        }
    }

    public static TheoryData<int, int, int> Shifts()
    {
        var shifts = new TheoryData<int, int, int>();
        foreach (var encodings in (int[])[0, 4])
        {
            for (var shift = 0; shift < 12; shift++)
            {
                shifts.Add(shift / 3, shift % 3, encodings);
            }
        }

        return shifts;
    }

    private static string Short(string character) => $"{Before(character)}{character}2";

    /// <summary>Up to three characters are short, and white space at the ends does not count.</summary>
    private static string Before(string character) => character.Length == 1 ? "1" : "";

    private static string Encode(string text, int times) =>
        Enumerable.Range(0, times).Aggregate(text, static (text, _) => InHexadecimal(text));

    private static string InHexadecimal(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
