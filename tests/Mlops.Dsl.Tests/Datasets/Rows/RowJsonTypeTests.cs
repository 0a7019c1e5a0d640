using System.Numerics;
using System.Text;
using System.Text.Json;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Tests.Datasets.Rows;

public sealed class RowJsonTypeTests
{
    [Fact]
    public void Numbers_of_the_language_are_numbers()
    {
        AssertWritten(ParameterFormats.Int32, -5, "-5");
        AssertWritten(ParameterFormats.Int64, long.MinValue, "-9223372036854775808");
        AssertWritten(ParameterFormats.UInt64, ulong.MaxValue, "18446744073709551615");
        AssertWritten(ParameterFormats.UInt32, uint.MaxValue, "4294967295");
        AssertWritten(ParameterFormats.Int16, (short)-3, "-3");
        AssertWritten(ParameterFormats.UInt16, (ushort)3, "3");
        AssertWritten(ParameterFormats.Byte, (byte)255, "255");
        AssertWritten(ParameterFormats.SByte, (sbyte)-128, "-128");
        AssertWritten(ParameterFormats.Single, 0.1f, "0.1");
        AssertWritten(ParameterFormats.Double, -0.1, "-0.1");
        AssertWritten(ParameterFormats.Decimal, 1.5m, "1.5");
        AssertWritten(ParameterFormats.Boolean, true, "true");
    }

    [Fact]
    public void Everything_else_is_text()
    {
        AssertWritten(ParameterFormats.String, "a", "\"a\"");
        AssertWritten(ParameterFormats.Char, 'a', "\"a\"");
        AssertWritten(ParameterFormats.DateOnly, new DateOnly(2025, 1, 2), "\"2025-01-02\"");
        AssertWritten(ParameterFormats.Guid, Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"");
        AssertWritten(ParameterFormats.Enum<DayOfWeek>(), DayOfWeek.Monday, "\"Monday\"");
        AssertWritten(ParameterFormats.BigInteger, BigInteger.Pow(10, 30), "\"1000000000000000000000000000000\"");
    }

    [Fact]
    public void A_column_that_has_no_text_is_refused_when_it_is_read_and_when_it_is_written()
    {
        var json = RowJson.For<Typed<Dictionary<string, int>>>();
        List<RowProblem> problems = [];
        Assert.False(json.TryRead("""{"value":"a"}"""u8, problems, out _));
        Assert.Equal("must be a Dictionary`2, but is the text 'a'", Assert.Single(problems).Message);
        using var writer = new Utf8JsonWriter(Stream.Null);
        Assert.StartsWith(
            "The column 'Value' of",
            Assert.Throws<NotSupportedException>(() => json.Write(writer, new([]))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_number_that_can_not_be_written_as_one_is_null()
    {
        Assert.Equal("""{"value":null}""", Write(ParameterFormats.Single, float.NaN));
        Assert.Equal("""{"value":null}""", Write(ParameterFormats.Double, double.PositiveInfinity));
    }

    private static void AssertWritten<T>(ParameterFormat<T> format, T value, string json)
    {
        var written = Write(format, value);
        Assert.Equal($$"""{"value":{{json}}}""", written);
        List<RowProblem> problems = [];
        Assert.True(RowJson.For<Typed<T>>().TryRead(Encoding.UTF8.GetBytes(written), problems, out var row), string.Join('\n', problems));
        Assert.Equal(value, row.Value);
    }

    private static string Write<T>(ParameterFormat<T> format, T value)
    {
        Typed<T>.Format = format;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            RowJson.For<Typed<T>>().Write(writer, new(value));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
