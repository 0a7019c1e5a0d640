using System.Collections.Frozen;
using System.Collections.Immutable;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization;

public sealed class CollectionCodecTests
{
    private sealed class Opaque;

    [Fact]
    public void Lists_of_every_kind_are_read_back_and_have_the_same_bytes()
    {
        int[] items = [3, 1, 2];
        var bytes = Encoded.Write(Codecs.Array(Codecs.Int32), items);
        Same(Codecs.List(Codecs.Int32), [.. items]);
        Same(Codecs.ListInterface(Codecs.Int32), items);
        Same(Codecs.CollectionInterface(Codecs.Int32), items);
        Same(Codecs.ReadOnlyList(Codecs.Int32), items);
        Same(Codecs.ReadOnlyCollection(Codecs.Int32), items);
        Same(Codecs.Enumerable(Codecs.Int32), Enumerable.Range(0, 3).Select(i => items[i]));
        Same(Codecs.ImmutableList(Codecs.Int32), [.. items]);
        Assert.Equal(items, Encoded.RoundTrip(Codecs.Memory(Codecs.Int32), items).ToArray());
        Assert.Equal(items, Encoded.RoundTrip(Codecs.ReadOnlyMemory(Codecs.Int32), items).ToArray());

        void Same<TList>(Codec<TList> codec, TList list)
            where TList : IEnumerable<int>
        {
            Assert.Equal(items, Encoded.RoundTrip(codec, list));
            Assert.Equal(bytes, Encoded.Write(codec, list));
        }
    }

    [Fact]
    public void A_list_that_was_read_can_grow()
    {
        var list = Encoded.RoundTrip(Codecs.List(Codecs.String), ["a", "b"]);
        list.Add("c");
        Assert.Equal(["a", "b", "c"], list);
        Assert.Equal([], Encoded.RoundTrip(Codecs.List(Codecs.String), []));
    }

    [Fact]
    public void A_default_immutable_array_is_not_an_empty_one()
    {
        var codec = Codecs.ImmutableArray(Codecs.String);
        Assert.True(Encoded.RoundTrip(codec, default).IsDefault);
        Assert.False(Encoded.RoundTrip(codec, []).IsDefault);
        Assert.Equal(["x"], Encoded.RoundTrip(codec, ["x"]));
    }

    [Fact]
    public void Arrays_of_two_and_three_dimensions_are_read_back()
    {
        var matrix = new[,]
        {
            { 1.5, double.NaN, 3 },
            { 4, 5, -0.0 },
        };
        Assert.Equal(matrix, Encoded.RoundTrip(Codecs.Array2(Codecs.Double), matrix));
        Assert.Equal(new string[0, 7], Encoded.RoundTrip(Codecs.Array2(Codecs.String), new string[0, 7]));
        var cube = new[,,]
        {
            {
                { "a", "b" },
            },
            {
                { "c", "d" },
            },
        };
        Assert.Equal(cube, Encoded.RoundTrip(Codecs.Array3(Codecs.String), cube));
        Encoded.RefusesEveryTruncation(Codecs.Array2(Codecs.Double), matrix);
    }

    [Fact]
    public void A_dictionarys_bytes_do_not_depend_on_how_it_was_filled()
    {
        var random = new Random(7);
        var codec = Codecs.Dictionary(Codecs.String, Codecs.Int32);
        for (var round = 0; round < 50; round++)
        {
            var pairs = Enumerable.Range(0, random.Next(40)).ToDictionary(i => new string((char)('a' + (i % 26)), i), i => i).ToArray();
            var filled = new Dictionary<string, int>(pairs);
            random.Shuffle(pairs);
            var other = new Dictionary<string, int>(100) { ["gone"] = 1 };
            Array.ForEach(pairs, pair => other.Add(pair.Key, pair.Value));
            other.Remove("gone");
            Assert.Equal(Encoded.Write(codec, filled), Encoded.Write(codec, other));
            Assert.Equal(filled, Encoded.RoundTrip(codec, filled));
        }
    }

    [Fact]
    public void What_is_sorted_by_text_is_read_back_with_its_order()
    {
        Assert.All<IComparer<string>>([StringComparer.Ordinal, Comparer<string>.Default], AssertKept);

        static void AssertKept(IComparer<string> comparer)
        {
            SortedSet<string> set = new(["b", "a", "B"], comparer);
            SortedDictionary<string, int> map = new(comparer)
            {
                ["b"] = 1,
                ["a"] = 2,
                ["B"] = 3,
            };
            var readSet = Encoded.RoundTrip(Codecs.SortedSet(Codecs.String), set);
            var readMap = Encoded.RoundTrip(Codecs.SortedDictionary(Codecs.String, Codecs.Int32), map);
            Assert.Equal(set, readSet);
            Assert.Equal(map, readMap);
            Assert.Equal(comparer, readSet.Comparer);
            Assert.Equal(comparer, readMap.Comparer);
        }
    }

    [Fact]
    public void Dictionaries_and_sets_of_every_kind_are_read_back()
    {
        var map = new Dictionary<int, string?> { [2] = null, [1] = "b" };
        var text = Codecs.NullableReference(Codecs.String);
        Assert.Equal(map, Encoded.RoundTrip(Codecs.Dictionary(Codecs.Int32, text), map));
        Assert.Equal(map, Encoded.RoundTrip(Codecs.DictionaryInterface(Codecs.Int32, text), map));
        Assert.Equal(map, Encoded.RoundTrip(Codecs.ReadOnlyDictionary(Codecs.Int32, text), map));
        Assert.Equal(map, Encoded.RoundTrip(Codecs.FrozenDictionary(Codecs.Int32, text), map.ToFrozenDictionary()));
        Assert.Equal(map, Encoded.RoundTrip(Codecs.ImmutableDictionary(Codecs.Int32, text), map.ToImmutableDictionary()));
        Assert.Equal(map, Encoded.RoundTrip(Codecs.SortedDictionary(Codecs.Int32, text), new SortedDictionary<int, string?>(map)));
        HashSet<int> set = [3, 1, 2];
        Assert.Equal(set, Encoded.RoundTrip(Codecs.HashSet(Codecs.Int32), set));
        Assert.Equal<int>(set, Encoded.RoundTrip(Codecs.SetInterface(Codecs.Int32), set).ToHashSet());
        Assert.Equal<int>(set, Encoded.RoundTrip(Codecs.ReadOnlySet(Codecs.Int32), set).ToHashSet());
        Assert.Equal<int>(set, Encoded.RoundTrip(Codecs.FrozenSet(Codecs.Int32), set.ToFrozenSet()).ToHashSet());
        Assert.Equal<int>(set, Encoded.RoundTrip(Codecs.ImmutableHashSet(Codecs.Int32), [.. set]).ToHashSet());
        Assert.Equal([1, 2, 3], Encoded.RoundTrip(Codecs.SortedSet(Codecs.Int32), [.. set]));
        Assert.Equal(
            new KeyValuePair<int, string>(1, "a"),
            Encoded.RoundTrip(Codecs.KeyValuePair(Codecs.Int32, Codecs.String), new(1, "a"))
        );
    }

    [Fact]
    public void A_comparer_of_its_own_is_refused_and_named()
    {
        var map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var error = Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.Dictionary(Codecs.String, Codecs.Int32), map));
        Assert.Contains("OrdinalIgnoreCase", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.HashSet(Codecs.String), new(StringComparer.OrdinalIgnoreCase)));
        Assert.Empty(Encoded.RoundTrip(Codecs.Dictionary(Codecs.String, Codecs.Int32), new(StringComparer.Ordinal)));
    }

    [Fact]
    public void Keys_that_can_not_be_told_apart_are_refused()
    {
        var map = new Dictionary<Opaque, int> { [new()] = 1, [new()] = 2 };
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.Dictionary(new OpaqueCodec(), Codecs.Int32), map));
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused()
    {
        byte[] twice = [2, 1, 0, 0, 0, 1, 0, 0, 0];
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.HashSet(Codecs.Int32), twice));
    }

    [Fact]
    public void A_damaged_count_does_not_ask_for_all_memory()
    {
        byte[] huge = [0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Array(Codecs.Double), huge));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.List(Codecs.String), huge));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.HashSet(Codecs.String), huge));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Dictionary(Codecs.String, Codecs.String), huge));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Array2(Codecs.Double), [.. huge, .. huge]));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.Array2(Codecs.String), [.. huge, .. huge]));
    }

    [Fact]
    public void Tuples_of_every_length_are_read_back()
    {
        var i = Codecs.Int32;
        Assert.Equal(ValueTuple.Create(1), Encoded.RoundTrip(Codecs.Tuple(i), ValueTuple.Create(1)));
        Assert.Equal((1, "b"), Encoded.RoundTrip(Codecs.Tuple(i, Codecs.String), (1, "b")));
        Assert.Equal((1, 2, 3), Encoded.RoundTrip(Codecs.Tuple(i, i, i), (1, 2, 3)));
        Assert.Equal((1, 2, 3, 4), Encoded.RoundTrip(Codecs.Tuple(i, i, i, i), (1, 2, 3, 4)));
        Assert.Equal((1, 2, 3, 4, 5), Encoded.RoundTrip(Codecs.Tuple(i, i, i, i, i), (1, 2, 3, 4, 5)));
        Assert.Equal((1, 2, 3, 4, 5, 6), Encoded.RoundTrip(Codecs.Tuple(i, i, i, i, i, i), (1, 2, 3, 4, 5, 6)));
        Assert.Equal((1, 2, 3, 4, 5, 6, 7), Encoded.RoundTrip(Codecs.Tuple(i, i, i, i, i, i, i), (1, 2, 3, 4, 5, 6, 7)));
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7, 8),
            Encoded.RoundTrip(Codecs.LongTuple(i, i, i, i, i, i, i, Codecs.Tuple(i)), (1, 2, 3, 4, 5, 6, 7, 8))
        );
    }

    [Fact]
    public void Only_what_nobody_can_change_is_shared()
    {
        Assert.False(Codecs.Array(Codecs.Int32).IsImmutable);
        Assert.False(Codecs.List(Codecs.Int32).IsImmutable);
        Assert.False(Codecs.ReadOnlyList(Codecs.Int32).IsImmutable);
        Assert.False(Codecs.Dictionary(Codecs.Int32, Codecs.Int32).IsImmutable);
        Assert.False(Codecs.FrozenDictionary(Codecs.Int32, Codecs.Int32).IsImmutable);
        Assert.False(Codecs.Memory(Codecs.Int32).IsImmutable);
        Assert.True(Codecs.ImmutableArray(Codecs.Int32).IsImmutable);
        Assert.False(Codecs.ImmutableArray(Codecs.Array(Codecs.Int32)).IsImmutable);
        Assert.True(Codecs.Tuple(Codecs.Int32, Codecs.String).IsImmutable);
        Assert.False(Codecs.Tuple(Codecs.Int32, Codecs.Array(Codecs.Byte)).IsImmutable);
        Assert.False(Codecs.NullableReference(Codecs.Array(Codecs.Byte)).IsImmutable);
    }

    [Fact]
    public void Random_nested_values_are_read_back_in_the_same_bytes()
    {
        var codec = Codecs.List(
            Codecs.Tuple(
                Codecs.Dictionary(Codecs.String, Codecs.Array(Codecs.Double)),
                Codecs.Nullable(Codecs.DateOnly),
                Codecs.HashSet(Codecs.Guid)
            )
        );
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var value = Enumerable
                .Range(0, random.Next(6))
                .Select(_ =>
                    (
                        Enumerable
                            .Range(0, random.Next(5))
                            .ToDictionary(i => new string('k', i) + random.Next(), _ => RandomDoubles(random)),
                        random.Next(2) == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(random.Next(3_000_000)),
                        Enumerable.Range(0, random.Next(4)).Select(_ => RandomGuid(random)).ToHashSet()
                    )
                )
                .ToList();
            var back = Encoded.RoundTrip(codec, value);
            Assert.Equal(value.Select(static item => item.Item1), back.Select(static item => item.Item1));
            Assert.Equal(value.Select(static item => item.Item2), back.Select(static item => item.Item2));
            Assert.Equal(value.Select(static item => item.Item3), back.Select(static item => item.Item3));
        }
    }

    private static double[] RandomDoubles(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(20))
                .Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
        ];

    private static Guid RandomGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed class OpaqueCodec : Codec<Opaque>
    {
        public override string Schema => "opaque";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, Opaque value) => writer.WriteByte(0);

        public override Opaque Read(ArtifactReader reader) => new();
    }
}
