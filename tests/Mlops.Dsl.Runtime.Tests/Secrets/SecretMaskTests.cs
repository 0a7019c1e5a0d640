using System.Text;
using System.Text.Json;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

public sealed class SecretMaskTests
{
    /// <summary>
    /// Characters that each encoding treats in its own way: of URLs, of JSON, of HTML, of more than one byte, and beyond the first plane.
    /// </summary>
    private const string Secret = "k3y/+=&\"é\\ <z>?'𝒳%41~end";

    public static TheoryData<string> Spellings => [.. Spelling.All.Select(static spelling => spelling.Name)];

    public static TheoryData<string> Encodings => [.. Spelling.Encodings.Select(static spelling => spelling.Name)];

    /// <summary>The first character that is none of ASCII, the last that is, and others beside what may be digits.</summary>
    [Theory]
    [InlineData('\u0080')]
    [InlineData('\u007f')]
    [InlineData('\u00ff')]
    [InlineData('\uffff')]
    public void Any_character_may_stand_beside_a_secret(char other) =>
        Assert.Equal($"{other}***{other}", new SecretMask(["hunter2-hunter2"]).Apply($"{other}hunter2-hunter2{other}"));

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_secret_is_hidden_in_every_spelling(string name)
    {
        var spelled = Spelling.All.Single(spelling => spelling.Name == name).Write(Secret);
        var mask = new SecretMask([Secret]);

        Assert.Equal("***", mask.Apply(spelled));
        Assert.Equal("before *** and *** after", mask.Apply($"before {spelled} and {spelled} after"));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_secret_is_hidden_in_every_encoding_inside_another(string outer)
    {
        // What is left of an encoding must not depend on the secret: another one of the same characters leaves the same.
        var other = string.Concat(Secret.EnumerateRunes().Reverse().Select(static rune => rune.ToString()));
        var write = Spelling.Encodings.Single(spelling => spelling.Name == outer).Write;
        foreach (var inner in Spelling.Encodings)
        {
            var (spelled, otherSpelled) = (write(inner.Write(Secret)), write(inner.Write(other)));

            var masked = new SecretMask([Secret]).Apply($"before {spelled} after");

            Assert.True(masked.Contains("***", StringComparison.Ordinal), $"{inner} in {outer} is not hidden: {masked}");
            Assert.True(
                masked == new SecretMask([other]).Apply($"before {otherSpelled} after"),
                $"{inner} in {outer} is not hidden as a whole: {masked}"
            );
        }
    }

    [Fact]
    public void A_secret_is_hidden_in_four_encodings_one_inside_the_other()
    {
        var token = Convert.ToBase64String(Encoding.Unicode.GetBytes(JsonSerializer.Serialize(Secret)));
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(token)));

        // What is left is of the quotation marks.
        Assert.Equal(
            "at https://host?q=Ik***lnQT0i now",
            new SecretMask([Secret]).Apply($"at https://host?q={Uri.EscapeDataString(body)} now")
        );
    }

    [Theory]
    [InlineData("k3y/+=&")]
    [InlineData("k3y%2F%2B%3D%26")]
    [InlineData("a text with % and \\ and & and + and %zz and \\u00 and &#; and &#x110000;")]
    [InlineData("")]
    public void What_is_no_secret_stays_as_it_is(string text) => Assert.Equal(text, new SecretMask([Secret]).Apply(text));

    [Fact]
    public void The_longest_of_secrets_that_contain_each_other_is_hidden_whatever_their_order()
    {
        Assert.Equal("a *** b", new SecretMask(["inner", "an inner secret"]).Apply("a an inner secret b"));
        Assert.Equal("a *** b", new SecretMask(["an inner secret", "inner"]).Apply("a an inner secret b"));
    }

    [Fact]
    public void Secrets_that_overlap_are_hidden_from_end_to_end() =>
        Assert.Equal("(***)", new SecretMask(["left-middle", "middle-right"]).Apply("(left-middle-right)"));

    [Theory]
    [InlineData("abcd", "xabcdx", "x***x")]
    [InlineData("abc", "xabcx abc abc1 (abc)", "xabcx *** abc1 (***)")]
    [InlineData("7", "7 of 17, '7'", "*** of 17, '***'")]
    [InlineData("  ", "two  spaces", "two  spaces")]
    [InlineData("", "nothing", "nothing")]
    [InlineData("abc", "xabc abcx xxabc", "xabc abcx xxabc")]
    public void A_secret_of_up_to_three_characters_is_hidden_where_it_stands_alone(string secret, string text, string expected) =>
        Assert.Equal(expected, new SecretMask([secret]).Apply(text));

    [Theory]
    [InlineData("first-line-1\nsecond-line-2\n", "first-line-1")]
    [InlineData("first-line-1\nsecond-line-2\n", "second-line-2")]
    [InlineData("first-line-1\nsecond-line-2\n", "first-line-1\r\nsecond-line-2")]
    [InlineData("  padded-secret\n", "padded-secret")]
    public void A_secret_of_several_lines_or_with_white_space_around_it_is_hidden_in_pieces(string secret, string text) =>
        Assert.Equal("***", new SecretMask([secret]).Apply(text));

    [Fact]
    public void The_shortest_line_that_tells_something_is_hidden() =>
        Assert.Equal("*** and 1234567", new SecretMask(["a first line\n12345678\n1234567"]).Apply("12345678 and 1234567"));

    [Fact]
    public void White_space_that_belongs_to_a_secret_is_hidden_with_it() =>
        Assert.Equal("x***y and ***", new SecretMask([" a secret "]).Apply("x a secret y and a secret"));

    [Theory]
    [InlineData("&")]
    [InlineData("%")]
    [InlineData("+")]
    [InlineData("\\")]
    public void What_begins_an_escape_and_is_none_stands_for_nothing_else(string beginning) =>
        Assert.Equal($"secret{beginning}value", new SecretMask(["secret-value"]).Apply($"secret{beginning}value"));

    [Fact]
    public void The_texts_of_a_notice_are_hidden()
    {
        var effect = new NoticeEffect(new Notice("about a-secret", "the text with a-secret"));

        var masked = Assert.IsType<NoticeEffect>(new SecretMask(["a-secret"]).Apply(effect));

        Assert.Equal(("about ***", "the text with ***"), (masked.Notice.Subject, masked.Notice.Text));
        Assert.Same(effect, SecretMask.None.Apply(effect));
    }

    [Fact]
    public void Base64_tells_no_bit_of_the_secret_beside_what_is_hidden()
    {
        var header = Convert.ToBase64String("user:correct-horse"u8);

        // The first six characters are of "user:" alone; the seventh is of its last bits and the first ones of the secret.
        Assert.Equal("dXNlcj***", new SecretMask(["correct-horse"]).Apply(header).TrimEnd('='));
    }

    [Fact]
    public void A_text_of_nothing_but_the_beginnings_of_escapes_is_read_in_reasonable_steps()
    {
        var mask = new SecretMask([new string('\\', 60) + "end", "%%%%%%%%%%%%%%%%%%%%end"]);
        var text = new string('\\', 3000) + new string('%', 3000);

        Assert.Equal(text, mask.Apply(text));
    }
}
