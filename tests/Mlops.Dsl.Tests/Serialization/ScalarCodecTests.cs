using System.Numerics;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization;

public sealed class ScalarCodecTests
{
    private enum Small : byte
    {
        None,
        Some = 200,
    }

    [Fact]
    public void Every_scalar_is_read_back()
    {
        RoundTrip(Codecs.Boolean, true, false);
        RoundTrip(Codecs.Char, 'a', '\uD800');
        RoundTrip(Codecs.SByte, sbyte.MinValue, sbyte.MaxValue);
        RoundTrip(Codecs.Byte, byte.MaxValue);
        RoundTrip(Codecs.Int16, short.MinValue);
        RoundTrip(Codecs.UInt16, ushort.MaxValue);
        RoundTrip(Codecs.Int32, int.MinValue, 0, int.MaxValue);
        RoundTrip(Codecs.UInt32, uint.MaxValue);
        RoundTrip(Codecs.Int64, long.MinValue);
        RoundTrip(Codecs.UInt64, ulong.MaxValue);
        RoundTrip(Codecs.Int128, Int128.MinValue);
        RoundTrip(Codecs.UInt128, UInt128.MaxValue);
        RoundTrip(Codecs.Half, Half.Epsilon, Half.NaN);
        RoundTrip(Codecs.Single, float.NaN, float.PositiveInfinity, 0.1f);
        RoundTrip(Codecs.Double, double.NaN, double.NegativeInfinity, 0.1);
        RoundTrip(Codecs.Decimal, 1.0m, 1.00m, decimal.MinValue, -0.0m);
        RoundTrip(Codecs.BigInteger, BigInteger.Zero, BigInteger.Pow(-3, 500));
        RoundTrip(Codecs.Complex, new Complex(1, double.NaN));
        RoundTrip(Codecs.String, "", "ä😀", "\uD800 lone", new string('x', 200_000), new string('ß', 70_000));
        RoundTrip(Codecs.Guid, Guid.NewGuid());
        RoundTrip(Codecs.Uri, new Uri("https://example.org/ä?b#c"), new Uri("../x", UriKind.Relative));
        RoundTrip(Codecs.Version, new Version(1, 2), new Version(1, 2, 3), new Version(1, 2, 3, 4));
        RoundTrip(Codecs.DateTimeOffset, DateTimeOffset.MaxValue, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-11)));
        RoundTrip(Codecs.DateOnly, DateOnly.MinValue, DateOnly.MaxValue);
        RoundTrip(Codecs.TimeOnly, TimeOnly.MaxValue);
        RoundTrip(Codecs.TimeSpan, TimeSpan.MinValue, TimeSpan.MaxValue);
        RoundTrip(Codecs.Enum<DayOfWeek>(), DayOfWeek.Friday, (DayOfWeek)99);
        RoundTrip(Codecs.Enum<Small>(), Small.Some);
        RoundTrip(Codecs.Nullable(Codecs.Int32), null, 0, 5);
        RoundTrip(Codecs.NullableReference(Codecs.String), null, "", "x");
        RoundTrip(Codecs.GateResult, new GateResult(true, "good"), new GateResult(false, ""));
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void A_date_and_time_keeps_its_clock_and_kind(DateTimeKind kind)
    {
        var value = new DateTime(638_000_000_000_000_001, kind);
        var back = Encoded.RoundTrip(Codecs.DateTime, value);
        Assert.Equal((value, kind), (back, back.Kind));
    }

    [Fact]
    public void A_decimal_keeps_its_scale() =>
        Assert.Equal("1.00", Encoded.RoundTrip(Codecs.Decimal, 1.00m).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void All_NaNs_have_the_same_bytes_and_negative_zero_has_its_own()
    {
        var odd = BitConverter.UInt64BitsToDouble(0x7FF8_0000_DEAD_BEEF);
        Assert.Equal(Encoded.Write(Codecs.Double, double.NaN), Encoded.Write(Codecs.Double, odd));
        Assert.NotEqual(Encoded.Write(Codecs.Double, 0.0), Encoded.Write(Codecs.Double, -0.0));
        Assert.True(double.IsNegative(Encoded.RoundTrip(Codecs.Double, -0.0)));

        // At every position of a bulk write, whole vectors and the rest alike.
        var codec = Codecs.Array(Codecs.Double);
        for (var i = 0; i < 13; i++)
        {
            var canonical = new double[13];
            var payload = new double[13];
            canonical[i] = double.NaN;
            payload[i] = odd;
            Assert.Equal(Encoded.Write(codec, canonical), Encoded.Write(codec, payload));
        }

        var singles = Codecs.Array(Codecs.Single);
        Assert.Equal(Encoded.Write(singles, [1, float.NaN]), Encoded.Write(singles, [1, BitConverter.UInt32BitsToSingle(0xFFC0_1234)]));
        var halves = Codecs.Array(Codecs.Half);
        Assert.Equal(Encoded.Write(halves, [Half.NaN]), Encoded.Write(halves, [BitConverter.UInt16BitsToHalf(0xFE01)]));
    }

    [Fact]
    public void A_null_that_is_not_declared_is_refused_in_words()
    {
        var error = Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.String, null!));
        Assert.Contains("string is null", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.List(Codecs.Int32), null!));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.List(Codecs.String), ["a", null!]));
    }

    [Fact]
    public void An_enums_schema_changes_with_its_members()
    {
        Assert.Equal("enum8(None=0,Some=200)", Codecs.Enum<Small>().Schema);
        Assert.Contains("Friday=5", Codecs.Enum<DayOfWeek>().Schema, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_value_are_refused()
    {
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Boolean, [2]));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.DateTime, [.. BitConverter.GetBytes(-1L), 0]));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.DateOnly, BitConverter.GetBytes(int.MaxValue)));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.TimeOnly, BitConverter.GetBytes(long.MaxValue)));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Decimal, [.. new byte[12], 0xFF, 0xFF, 0xFF, 0xFF]));
        Assert.Throws<ArtifactFormatException>(() =>
            Encoded.Read(
                Codecs.Version,
                new byte[12]
                    .Concat(BitConverter.GetBytes(-5))
                    .ToArray()
            )
        );
    }

    private static void RoundTrip<T>(Codec<T> codec, params T[] values)
    {
        foreach (var value in values)
        {
            Assert.Equal(value, Encoded.RoundTrip(codec, value));
            if (value is not string { Length: > 1000 })
            {
                Encoded.RefusesEveryTruncation(codec, value);
            }
        }

        Assert.True(codec.IsImmutable);
    }
}
