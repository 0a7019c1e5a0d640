using System.Text;
using System.Text.Json;
using Mlops.Dsl.Contracts.Json;
using JsonValue = Mlops.Dsl.Contracts.Json.JsonValue;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>The parser accepts what System.Text.Json accepts, reads the same from it, and refuses all else with a place.</summary>
public class JsonParserTests
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = JsonParser.MaxDepth };

    private const string Sample = """
        {
          "formatVersion": 1, "pipeline": "fares", "flags": [true, false, null], "empty": {}, "none": [],
          "numbers": [0, -0, 1.5, -2e10, 3E-7, 4e+2, 12345678901234567890],
          "texts": ["", "a\"b\\c\/d\b\f\n\r\t", "\u00e9 é", "{[,:]}"],
          "parameters": { "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 0.5, "maximum": 0.95 }] } }
        }
        """;

    public static TheoryData<string> Edges =>
        [
            "",
            " ",
            "\uFEFF{}",
            "\uFEFF",
            "{}",
            "[]",
            "null",
            "true",
            "tru",
            "nul",
            "truex",
            "\"a\"",
            "\"a",
            "\"\\",
            "\"\\u12",
            "\"\\u12G4\"",
            "\"\\x\"",
            "\"\t\"",
            "\"\u007f\"",
            "0",
            "-",
            "-0",
            "00",
            "01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "+1",
            "1 2",
            "{\"a\":1,}",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\" 1}",
            "{a:1}",
            "{'a':1}",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[",
            "]",
            "{",
            "}",
            "{\"a\":1",
            "{\"a\":1}}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"\\u0061\":2}",
            "// no\n{}",
            "{} // no",
            "NaN",
            "Infinity",
            "\0",
            "{}\0",
            "[\0]",
            "\u00a0{}",
            "\u2028",
            "[1]\n\r\t ",
        ];

    [Theory]
    [MemberData(nameof(Edges))]
    public void An_edge_is_judged_as_the_framework_judges_it(string text) => AssertAgrees(text);

    [Fact]
    public void A_value_means_what_it_means_to_the_framework()
    {
        AssertAgrees(Sample);
        AssertAgrees("\"\\uD83D\\uDE00 😀\"");
    }

    [Fact]
    public void Truncated_texts_are_refused_at_every_character()
    {
        for (var length = 0; length < Sample.Length; length++)
        {
            AssertAgrees(Sample[..length]);
        }
    }

    [Fact]
    public void Random_edits_are_judged_as_the_framework_judges_them()
    {
        var random = new Random(7);
        const string Alphabet = "{}[]:,\"\\/ \n0123456789.eE+-truefalsnu\u00e9\uFEFFa";
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(Sample);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 5), text.Length - at)),
                    1 => text.Insert(at, Alphabet[random.Next(Alphabet.Length)]),
                    _ => text.Insert(at, Sample.AsSpan(random.Next(Sample.Length - 5), 5)),
                };
            }

            AssertAgrees(text.ToString());
        }
    }

    [Fact]
    public void Deep_nesting_and_long_texts_are_refused_before_they_hurt()
    {
        Assert.Contains("64 levels", Refusal(new string('[', 1_000_000)).Message, StringComparison.Ordinal);
        Assert.Contains("64 levels", Refusal(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))).Message, StringComparison.Ordinal);
        Assert.Contains("4 million", Refusal(new string(' ', JsonParser.MaxLength + 1)).Message, StringComparison.Ordinal);
        AssertAgrees(new string('[', 63) + new string(']', 63));
        AssertAgrees(new string('[', 64) + new string(']', 64));
        AssertAgrees(new string('[', 65) + new string(']', 65));
    }

    [Fact]
    public void A_position_is_where_the_text_goes_wrong()
    {
        Assert.Equal(6, Refusal("{\"a\": x}").Position);
        Assert.Equal(8, Refusal("{\"a\": 1").Position + 1);
        Assert.Equal(9, Refusal("{\"a\": 1, \"a\": 2}").Position);
    }

    private static JsonFormatException Refusal(string text) => Assert.Throws<JsonFormatException>(() => JsonParser.Parse(text));

    private static void AssertAgrees(string text)
    {
        JsonDocument? expected = null;
        try
        {
            expected = JsonDocument.Parse(text.TrimStart('\uFEFF').Length == text.Length - 1 ? text[1..] : text, Strict);
        }
        catch (JsonException) { }

        try
        {
            var actual = JsonParser.Parse(text);
            Assert.True(expected is not null, $"Only the framework refuses: {text}");
            AssertSame(expected.RootElement, actual);
        }
        catch (JsonFormatException exception)
        {
            Assert.True(expected is null, $"Only we refuse, {exception.Message}: {text}");
            Assert.InRange(exception.Position, 0, text.Length);
        }
        finally
        {
            expected?.Dispose();
        }
    }

    private static void AssertSame(JsonElement expected, JsonValue actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(member => member.Name), actual.Members.Select(member => member.Name));
                foreach (var member in actual.Members)
                {
                    AssertSame(expected.GetProperty(member.Name), member.Value);
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.Items.Count);
                Assert.All(actual.Items, (item, index) => AssertSame(expected[index], item));
                break;
            case JsonValueKind.String:
                Assert.Equal((JsonKind.Text, expected.GetString()), (actual.Kind, actual.Text));
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.Text);
                break;
        }
    }
}
