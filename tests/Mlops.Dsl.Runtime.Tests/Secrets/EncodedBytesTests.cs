using System.Text;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>Secrets in digits of bytes beside other bytes: where a text in them begins and ends.</summary>
public sealed class EncodedBytesTests
{
    private const string Secret = "secret-value";
    private const string NoText = "01";

    public static TheoryData<string> Orders => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_secret_between_bytes_that_are_no_text_is_hidden_alone(string order)
    {
        var (hexadecimal, gap) = (Hexadecimal(Secret, order), Gap(order));

        Assert.Equal($"{gap}***{gap}", Mask($"{gap}{hexadecimal}{gap}"));
        Assert.Equal(
            $"{gap}***{gap}{Hexadecimal("something else", order)}",
            Mask($"{gap}{hexadecimal}{gap}{Hexadecimal("something else", order)}")
        );
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_text_that_is_too_short_leaves_nothing_behind(string order)
    {
        var before = Hexadecimal("ab", order) + Gap(order);

        Assert.Equal($"{before}***", Mask(before + Hexadecimal(Secret, order)));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Texts_with_other_bytes_between_them_are_not_read_together(string order)
    {
        var text = Hexadecimal("the first half is secret-", order) + Gap(order) + Hexadecimal("value, and something behind it", order);

        Assert.Equal(text, Mask(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    public void Half_a_character_at_the_end_is_none(string before)
    {
        var text = before + Hexadecimal(Secret, "utf-16")[..^2];

        Assert.Equal(text, Mask(text));
    }

    [Fact]
    public void A_tilde_is_no_digit_of_base64()
    {
        // Where a digit is odd and the next one zero, a digit of the value 64 in the place of that would be read as the same.
        var secrets = Enumerable.Range(0, 1000).Select(static number => $"secret-{number}-value");
        var (secret, at) = secrets.Select(static secret => (Secret: secret, At: ZeroBehindOdd(secret))).First(static found => found.At > 0);
        var text = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(secret));

        Assert.StartsWith("***", new SecretMask([secret]).Apply(text), StringComparison.Ordinal);
        Assert.Equal($"{text[..at]}~{text[(at + 1)..]}", new SecretMask([secret]).Apply($"{text[..at]}~{text[(at + 1)..]}"));
    }

    [Fact]
    public void An_escape_at_the_very_end_is_read()
    {
        // The last six bits are ones, which is a slash in base64, and that is escaped in JSON.
        var text = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes("who-am-i?"));
        Assert.EndsWith("/", text, StringComparison.Ordinal);

        Assert.Equal("***", new SecretMask(["who-am-i?"]).Apply(text[..^1] + @"\/"));
    }

    private static string Mask(string text) => new SecretMask([Secret]).Apply(text);

    private static string Hexadecimal(string text, string order) => Convert.ToHexString(Encoding.GetEncoding(order).GetBytes(text));

    private static string Gap(string order) => order == "utf-8" ? NoText : NoText + NoText;

    private static int ZeroBehindOdd(string secret)
    {
        const string Odd = "BDFHJLNPRTVXZbdfhjlnprtvxz13579/";
        var text = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(secret));
        return Enumerable
            .Range(8, text.Length - 16)
            .FirstOrDefault(i => text[i] == 'A' && Odd.Contains(text[i - 1], StringComparison.Ordinal));
    }
}
