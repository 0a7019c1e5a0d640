using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

public sealed class ContentHashTests
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void It_is_the_SHA_256_of_the_bytes()
    {
        Assert.Equal(Abc, ContentHash.Of("abc"u8).ToString());
        Assert.Equal(Convert.FromHexString(Abc), ContentHash.Of("abc"u8).AsSpan().ToArray());
        Assert.Equal(ContentHash.Of("abc"u8), new ContentHash(Convert.FromHexString(Abc)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void It_has_32_bytes(int length) =>
        Assert.Contains(
            $"not {length}",
            Assert.Throws<ArgumentException>(() => new ContentHash(new byte[length])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_byte_tells_two_apart_and_orders_them()
    {
        for (var i = 0; i < ContentHash.Size; i++)
        {
            var low = new byte[ContentHash.Size];
            var high = new byte[ContentHash.Size];
            high[i] = (byte)(i % 2 == 0 ? 1 : 128);
            Array.Fill(low, (byte)200, i + 1, ContentHash.Size - i - 1);
            var (one, other, same) = (new ContentHash(low), new ContentHash(high), new ContentHash(low));

            Assert.False(one.Equals(other));
            Assert.False(one.Equals((object)other));
            Assert.True(one.Equals((object)same));
            Assert.True(one != other);
            Assert.False(one == other);
            Assert.True(one == same);
            Assert.False(one != same);
            Assert.True(one < other && one <= other && other > one && other >= one && one <= same && one >= same);
            Assert.False(one > other || one >= other || other < one || other <= one || one < same || one > same);
            Assert.Equal((-1, 1, 0), (Math.Sign(one.CompareTo(other)), Math.Sign(other.CompareTo(one)), one.CompareTo(same)));
            Assert.Equal(one.GetHashCode(), same.GetHashCode());
        }

        Assert.False(default(ContentHash).Equals("text"));
        Assert.True(Enumerable.Range(0, 100).Select(static i => ContentHash.Of([(byte)i]).GetHashCode()).Distinct().Count() > 90);
    }

    [Fact]
    public void It_is_read_from_64_digits_and_from_nothing_else()
    {
        Assert.Equal(Abc, ContentHash.Parse(Abc).ToString());
        Assert.Equal(Abc, ContentHash.Parse(Abc.ToUpperInvariant()).ToString());
        foreach (var text in (string?[])[null, "", Abc[..63], Abc + "0", Abc[..62] + "0g", "g" + Abc[1..], " " + Abc[1..]])
        {
            Assert.False(ContentHash.TryParse(text, out _), text);
        }

        Assert.Contains(
            "'abc' is no SHA-256",
            Assert.Throws<FormatException>(static () => ContentHash.Parse("abc")).Message,
            StringComparison.Ordinal
        );
    }
}
