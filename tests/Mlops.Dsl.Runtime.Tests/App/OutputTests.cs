using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.Tests.App;

public class OutputTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\nb\tc\r", @"a\nb\tc\r")]
    [InlineData("\u001b[31mred\u0007", @"\u001b[31mred\u0007")]
    [InlineData("\u009b31m\u202eabc\u2066", @"\u009b31m\u202eabc\u2066")]
    [InlineData("漢字 😀 é", "漢字 😀 é")]
    public void A_line_shows_what_would_command_the_terminal(string text, string expected) => Assert.Equal(expected, Printable.Line(text));

    [Fact]
    public void Lines_keep_line_breaks_and_tabs_alone() => Assert.Equal("a\n\tb\r\nc\\r\\u001b", Printable.Lines("a\n\tb\r\nc\r\u001b"));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("漢字", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    public void Width_counts_columns(string text, int expected) => Assert.Equal(expected, TextWidth.Of(text));

    [Fact]
    public void A_text_is_split_and_cut_by_columns()
    {
        Assert.Equal(["漢字", "漢ab", "cd"], TextWidth.Split("漢字漢abcd", 4));
        Assert.Equal("漢…", TextWidth.Cut("漢字漢", 4));
        Assert.Equal("abcd", TextWidth.Cut("abcd", 4));
        Assert.Equal([""], TextWidth.Split("", 4));
    }

    [Fact]
    public void Columns_are_aligned_by_what_is_seen()
    {
        using var output = new StringWriter();
        var table = new TextTable("name", ">number");
        table.Add("漢字", "1");
        table.Add("\u001b[31m", "22");

        table.Write(new AppConsole(output, TextWriter.Null));

        Assert.Equal(
            ["name        number", "漢字             1", @"\u001b[31m      22"],
            output.ToString().Split(Environment.NewLine)[..3]
        );
    }

    [Fact]
    public void On_a_terminal_the_last_column_ends_at_the_edge()
    {
        using var output = new StringWriter();
        var table = new TextTable("name", "reason");
        table.Add("stage", new string('x', 90));

        table.Write(new AppConsole(output, TextWriter.Null) { IsTerminal = true, Width = 60 });

        Assert.Equal($"stage  {new string('x', 52)}…", output.ToString().Split(Environment.NewLine)[1]);
    }

    [Theory]
    [InlineData(0.0, "0 ms")]
    [InlineData(0.0123, "12 ms")]
    [InlineData(1.25, "1.3 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(3599.4, "59 min 59 s")]
    [InlineData(90061, "25 h 01 min")]
    public void Durations_have_about_three_digits(double seconds, string expected) =>
        Assert.Equal(expected, Number.Of(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(0, "0")]
    [InlineData(12345.6789, "12345.6789")]
    [InlineData(0.00000123, "1.23E-06")]
    [InlineData(1e20, "1E+20")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Metrics_are_short_and_never_wrong(double value, string expected) => Assert.Equal(expected, Number.Of(value));

    [Fact]
    public void Json_has_texts_for_what_it_has_no_numbers_for()
    {
        var line = JsonText.Line(static writer =>
        {
            writer.WriteStartObject();
            writer.WriteDouble("a", 0.5);
            writer.WriteDouble("b", double.NaN);
            writer.WriteDouble("c", double.PositiveInfinity);
            writer.WriteString("d", "é\u001b\"\n");
            writer.WriteEndObject();
        });

        Assert.Equal("{\"a\":0.5,\"b\":\"NaN\",\"c\":\"Infinity\",\"d\":\"é\\u001B\\\"\\n\"}", line);
    }

    [Theory]
    [InlineData("12h", "2026-11-21T00:30:00+01:00")]
    [InlineData("30d", "2026-10-22T12:30:00+01:00")]
    [InlineData("2026-11-01", "2026-11-01T00:00:00+01:00")]
    public void Times_to_keep_are_dates_or_spans(string text, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, null),
            GcVerb.ParseSince(text, DateTimeOffset.Parse("2026-11-21T12:30:00+01:00", null))
        );

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("1w")]
    [InlineData("999999999d")]
    [InlineData("2026-02-30")]
    public void What_is_no_time_to_keep_is_a_usage_error(string text) =>
        Assert.Throws<Mlops.Dsl.Runtime.UsageException>(() => GcVerb.ParseSince(text, DateTimeOffset.UnixEpoch));
}
