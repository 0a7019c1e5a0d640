using System.Collections.Frozen;
using System.Collections.Immutable;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>Values of more items than the codecs take at once.</summary>
public sealed class LargeValueTests
{
    private static readonly double OddNaN = BitConverter.UInt64BitsToDouble(0x7FF8000000001234);

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(9000)]
    public void Long_lists_are_read_back(int count)
    {
        var texts = Enumerable.Range(0, count).Select(static i => i % 7 == 0 ? "" : "t" + i).ToArray();
        Assert.Equal(texts, Encoded.RoundTrip(Codecs.Array(Codecs.String), texts));
        Assert.Equal(texts.ToHashSet(), Encoded.RoundTrip(Codecs.HashSet(Codecs.String), texts.ToHashSet()));
        var empty = new ValueTuple<byte>[count];
        Assert.Equal(empty, Encoded.RoundTrip(Codecs.Array(Codecs.Tuple(Codecs.Byte)), empty));
        Assert.Equal(Enumerable.Repeat("", count), Encoded.RoundTrip(Codecs.List(Codecs.String), [.. Enumerable.Repeat("", count)]));
    }

    /// <summary>One number at a time is the form that a whole array has, too.</summary>
    [Fact]
    public void A_NaN_anywhere_in_a_long_array_is_the_one_NaN()
    {
        foreach (var place in (int[])[0, 1, 7, 4094, 4095, 4096, 4097, 8191, 8192, 8998, 8999])
        {
            var numbers = Enumerable.Range(0, 9000).Select(static i => (double)i).ToArray();
            numbers[place] = OddNaN;
            var expected = Encoded
                .Write(Codecs.Tuple(Codecs.Array(Codecs.Double)), ValueTuple.Create(numbers))[..2]
                .Concat(numbers.SelectMany(static number => Encoded.Write(Codecs.Double, number)));
            Assert.Equal(expected, Encoded.Write(Codecs.Array(Codecs.Double), numbers));
        }
    }

    [Theory]
    [InlineData(3071)]
    [InlineData(3072)]
    [InlineData(3073)]
    [InlineData(6145)]
    public void Long_bytes_are_shown_whole(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        Assert.Equal($"x{Convert.ToHexStringLower(bytes)}", Encoded.Transcribe(Codecs.Array(Codecs.Byte), bytes));
    }

    /// <summary>Whatever order the items came in, and wherever their bytes begin to differ.</summary>
    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public void Sets_and_maps_are_in_the_order_of_their_keys_bytes()
    {
        foreach (var seed in Sweep.Seeds(20))
        {
            var random = new Random(seed);
            var keys = Enumerable
                .Range(0, random.Next(1, 30))
                .Select(_ => new string('k', random.Next(5)) + random.Next(20))
                .Distinct()
                .ToArray();
            var sorted = keys.Select(static key => Encoded.Write(Codecs.String, key))
                .Order(Comparer<byte[]>.Create(static (one, other) => one.AsSpan().SequenceCompareTo(other)))
                .ToList();
            for (var i = 0; i < 3; i++)
            {
                random.Shuffle(keys);
                Assert.Equal(
                    [(byte)keys.Length, .. sorted.SelectMany(static key => key)],
                    Encoded.Write(Codecs.HashSet(Codecs.String), [.. keys])
                );
                Assert.Equal(
                    [(byte)keys.Length, .. sorted.SelectMany(static key => (byte[])[.. key, (byte)key.Length])],
                    Encoded.Write(
                        Codecs.Dictionary(Codecs.String, Codecs.Byte),
                        keys.ToDictionary(static key => key, static key => (byte)Encoded.Write(Codecs.String, key).Length)
                    )
                );
            }
        }
    }

    [Fact]
    public void A_comparer_of_its_own_is_refused_in_every_collection()
    {
        var ignoring = StringComparer.OrdinalIgnoreCase;
        Refused(Codecs.HashSet(Codecs.String), new HashSet<string>(ignoring));
        Refused(Codecs.FrozenSet(Codecs.String), new[] { "a" }.ToFrozenSet(ignoring));
        Refused(Codecs.ImmutableHashSet(Codecs.String), ImmutableHashSet.Create(ignoring, "a"));
        Refused(Codecs.SortedSet(Codecs.String), new SortedSet<string>(ignoring));
        Refused(Codecs.ReadOnlySet(Codecs.String), ImmutableSortedSet.Create(ignoring, "a"));
        Refused(Codecs.Dictionary(Codecs.String, Codecs.Byte), new Dictionary<string, byte>(ignoring));
        Refused(
            Codecs.FrozenDictionary(Codecs.String, Codecs.Byte),
            new Dictionary<string, byte> { ["a"] = 1 }.ToFrozenDictionary(ignoring)
        );
        Refused(Codecs.ImmutableDictionary(Codecs.String, Codecs.Byte), ImmutableDictionary.Create<string, byte>(ignoring));
        Refused(Codecs.SortedDictionary(Codecs.String, Codecs.Byte), new SortedDictionary<string, byte>(ignoring));
        Refused(Codecs.ReadOnlyDictionary(Codecs.String, Codecs.Byte), ImmutableSortedDictionary.Create<string, byte>(ignoring));
        Assert.Equal([1], Encoded.Write(Codecs.ReadOnlySet(Codecs.Byte), ImmutableSortedSet.Create<byte>(5))[..1]);
        Assert.Equal(
            [1],
            Encoded.Write(Codecs.ReadOnlyDictionary(Codecs.Byte, Codecs.Byte), ImmutableSortedDictionary.Create<byte, byte>().Add(1, 2))[
                ..1
            ]
        );
    }

    private static void Refused<T>(Codec<T> codec, T value) =>
        Assert.Contains(
            "uses the comparer",
            Assert.Throws<ArtifactFormatException>(() => Encoded.Write(codec, value)).Message,
            StringComparison.Ordinal
        );
}
