using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Tests.Execution;

public sealed class ParameterFormatTests
{
    [Flags]
    private enum Modes
    {
        Fast = 1,
        Quiet = 2,
    }

    [Fact]
    public void Every_value_has_a_text_that_parses_back_to_it()
    {
        RoundTrip(ParameterFormats.String, "", " a ", "ä\u0000\n", "null");
        RoundTrip(ParameterFormats.Boolean, true, false);
        RoundTrip(ParameterFormats.Char, ' ', 'x', '\uD800');
        RoundTrip(ParameterFormats.SByte, sbyte.MinValue, sbyte.MaxValue);
        RoundTrip(ParameterFormats.Byte, byte.MinValue, byte.MaxValue);
        RoundTrip(ParameterFormats.Int16, short.MinValue, short.MaxValue);
        RoundTrip(ParameterFormats.UInt16, ushort.MinValue, ushort.MaxValue);
        RoundTrip(ParameterFormats.Int32, int.MinValue, 0, int.MaxValue);
        RoundTrip(ParameterFormats.UInt32, uint.MaxValue);
        RoundTrip(ParameterFormats.Int64, long.MinValue, long.MaxValue);
        RoundTrip(ParameterFormats.UInt64, ulong.MaxValue);
        RoundTrip(ParameterFormats.Int128, Int128.MinValue, Int128.MaxValue);
        RoundTrip(ParameterFormats.UInt128, UInt128.MaxValue);
        RoundTrip(ParameterFormats.BigInteger, BigInteger.Pow(-7, 99));
        RoundTrip(ParameterFormats.Half, Half.MinValue, Half.Epsilon, Half.NaN);
        RoundTrip(ParameterFormats.Single, 0.1f, float.NaN, float.NegativeInfinity, float.Epsilon);
        RoundTrip(ParameterFormats.Double, 0.1, 1e300, double.NaN, double.PositiveInfinity, double.Epsilon);
        RoundTrip(ParameterFormats.Decimal, 0.10m, decimal.MinValue, decimal.MaxValue);
        RoundTrip(ParameterFormats.Guid, Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        RoundTrip(ParameterFormats.DateOnly, DateOnly.MinValue, DateOnly.MaxValue);
        RoundTrip(ParameterFormats.TimeOnly, TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(14, 30));
        RoundTrip(
            ParameterFormats.DateTimeOffset,
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
            new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.FromMinutes(-90))
        );
        RoundTrip(ParameterFormats.TimeSpan, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromDays(3));
        RoundTrip(ParameterFormats.Uri, new Uri("https://example.org/ä?x=1#y"), new Uri("data/file.csv", UriKind.Relative));
        RoundTrip(ParameterFormats.Enum<DayOfWeek>(), Enum.GetValues<DayOfWeek>());
        RoundTrip(ParameterFormats.Enum<Modes>(), Modes.Fast, Modes.Fast | Modes.Quiet, default);
        RoundTrip(ParameterFormats.Parsable<System.Net.IPAddress>(), System.Net.IPAddress.Loopback);
    }

    [Fact]
    public void The_kind_of_a_date_and_time_is_kept()
    {
        foreach (var kind in new[] { DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local })
        {
            var value = new DateTime(2026, 11, 21, 4, 5, 6, 789, kind);
            Assert.True(ParameterFormats.DateTime.TryParse(ParameterFormats.DateTime.Format(value)!, out var back));
            Assert.Equal((value, kind), (back, back.Kind));
        }
    }

    [Fact]
    public void Negative_zero_and_trailing_zeros_are_values()
    {
        Assert.Equal("-0", ParameterFormats.Double.Format(-0.0));
        Assert.True(ParameterFormats.Double.TryParse("-0", out var zero));
        Assert.True(double.IsNegative(zero));
        Assert.True(ParameterFormats.Decimal.TryParse("1.10", out var money));
        Assert.Equal("1.10", ParameterFormats.Decimal.Format(money));
    }

    [Fact]
    public void Nothing_depends_on_the_current_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            RoundTrip(ParameterFormats.Double, -0.5);
            Assert.Equal("-0.5", ParameterFormats.Double.Format(-0.5));
            Assert.Equal("-7", ParameterFormats.Int32.Format(-7));
            Assert.False(ParameterFormats.Double.TryParse("0,5", out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData("1,000")]
    [InlineData("2147483648")]
    [InlineData("0x10")]
    public void A_text_that_is_no_whole_number_in_range_is_refused(string text) =>
        Assert.False(ParameterFormats.Int32.TryParse(text, out _));

    [Theory]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("0.8f")]
    public void A_number_that_would_turn_into_something_else_is_refused(string text) =>
        Assert.False(ParameterFormats.Double.TryParse(text, out _));

    [Theory]
    [InlineData("12/01/2026")]
    [InlineData("21.11.2026")]
    [InlineData("tomorrow")]
    public void A_date_that_means_two_things_is_refused(string text)
    {
        Assert.False(ParameterFormats.DateOnly.TryParse(text, out _));
        Assert.False(ParameterFormats.DateTime.TryParse(text, out _));
        Assert.False(ParameterFormats.DateTimeOffset.TryParse(text, out _));
    }

    [Fact]
    public void A_moment_without_an_offset_is_in_UTC_on_every_machine()
    {
        Assert.True(ParameterFormats.DateTimeOffset.TryParse("2026-11-21", out var moment));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), moment);
    }

    [Fact]
    public void A_bare_number_is_no_duration()
    {
        Assert.False(ParameterFormats.TimeSpan.TryParse("5", out _));
    }

    [Fact]
    public void Enums_parse_by_name_in_any_case_and_refuse_numbers()
    {
        var format = ParameterFormats.Enum<DayOfWeek>();
        Assert.True(format.TryParse("friday", out var day));
        Assert.Equal(DayOfWeek.Friday, day);
        Assert.False(format.TryParse("5", out _));
        Assert.False(format.TryParse("Fri", out _));
        Assert.False(format.TryParse("Monday,Tuesday", out _));
        Assert.False(format.TryParse("Monday, Monday", out _));
        Assert.Equal(7, format.KnownTexts.Count);

        // Monday is 1 and Tuesday 2: together they would be Wednesday.
        Assert.False(format.TryParse("Monday,Tuesday", out _));
        Assert.False(format.TryParse("Monday, Monday", out _));
        Assert.True(ParameterFormats.Enum<Modes>().TryParse("fast,quiet", out var modes));
        Assert.Equal(Modes.Fast | Modes.Quiet, modes);
        Assert.Contains("Friday", format.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_text_means_none_for_a_nullable_value()
    {
        var format = ParameterFormats.Nullable(ParameterFormats.Int32);
        Assert.True(format.TryParse("", out var none));
        Assert.Null(none);
        Assert.Null(format.Format(null));
        Assert.False(format.TryParse("x", out _));
        RoundTrip(format, 3);
    }

    [Fact]
    public void Lists_keep_every_item_whatever_is_in_it()
    {
        var strings = ParameterFormats.Array(ParameterFormats.String);
        string[][] cases =
        [
            [],
            [""],
            ["", ""],
            ["a"],
            ["a,b", "c"],
            ["\"", " x "],
            ["ends\""],
            ["\n"],
            [","],
        ];
        foreach (var items in cases)
        {
            Assert.True(strings.TryParse(strings.Format(items)!, out var back), strings.Format(items));
            Assert.Equal(items, back);
        }

        Assert.Equal(cases.Length, cases.Select(strings.Format).Distinct().Count());
    }

    [Fact]
    public void Lists_of_missing_values_are_told_apart()
    {
        var format = ParameterFormats.List(ParameterFormats.Nullable(ParameterFormats.Int32));
        int?[][] cases =
        [
            [],
            [null],
            [null, null],
            [1, null],
            [null, 1],
        ];
        foreach (var items in cases)
        {
            Assert.True(format.TryParse(format.Format(items)!, out var back));
            Assert.Equal(items, back);
        }
    }

    [Theory]
    [InlineData("\"a")]
    [InlineData("\"a\"b")]
    [InlineData("a\"b")]
    public void A_misplaced_quote_is_refused(string text) =>
        Assert.False(ParameterFormats.Array(ParameterFormats.String).TryParse(text, out _));

    [Fact]
    public void White_space_around_items_is_no_part_of_them()
    {
        Assert.True(ParameterFormats.ImmutableArray(ParameterFormats.Int32).TryParse(" 1 , 2,3 ", out var items));
        Assert.Equal(ImmutableArray.Create(1, 2, 3), items);
    }

    private static void RoundTrip<T>(ParameterFormat<T> format, params T[] values)
    {
        foreach (var value in values)
        {
            var text = format.Format(value);
            Assert.NotNull(text);
            Assert.True(format.TryParse(text, out var back), $"'{text}' does not parse: {format.Expected}");
            Assert.Equal(value, back);
            Assert.Equal(text, format.Format(back));
        }
    }
}
