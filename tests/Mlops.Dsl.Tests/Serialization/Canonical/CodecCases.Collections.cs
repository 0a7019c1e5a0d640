using System.Collections.Frozen;
using System.Collections.Immutable;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

internal static partial class CodecCases
{
    private const string ListBytes = "03 03 01 02";
    private const string SetBytes = "03 0261 0262 046162";
    private const string MapBytes = "03 0261 02 0262 01 046162 03";

    private static IEnumerable<CodecCase> Lists() =>
        [
            Own("Array", Codecs.Array(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("Array", Codecs.Array(Codecs.Int16), [1, -2], "list(int16)", "02 0100 FEFF", "[1,-2]"),
            Own("Array", Codecs.Array(Codecs.String), ["b", "a"], "list(string)", "02 0262 0261", "['b','a']"),
            Own(
                "Array",
                Codecs.Array(Codecs.Enum<Small>()),
                [Small.None, Small.Some],
                "list(enum8(None=0,Some=200))",
                "02 00 C8",
                "['None','Some']"
            ),
            Own("List", Codecs.List(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("ListInterface", Codecs.ListInterface(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("CollectionInterface", Codecs.CollectionInterface(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("ReadOnlyList", Codecs.ReadOnlyList(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("ReadOnlyCollection", Codecs.ReadOnlyCollection(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own("Enumerable", Codecs.Enumerable(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Shared("ImmutableList", Codecs.ImmutableList(Codecs.Byte), [3, 1, 2], "list(uint8)", ListBytes, "x030102"),
            Own(
                "ImmutableList",
                Codecs.ImmutableList(Codecs.Array(Codecs.Byte)),
                [
                    [1],
                ],
                "list(list(uint8))",
                "01 01 01",
                "[x01]"
            ),
            Shared("ImmutableArray", Codecs.ImmutableArray(Codecs.Byte), [3, 1, 2], "immutablearray(uint8)", "01 " + ListBytes, "x030102"),
            Shared("ImmutableArray", Codecs.ImmutableArray(Codecs.Byte), default, "immutablearray(uint8)", "00", "null"),
            Own("Memory", Codecs.Memory(Codecs.Byte), new byte[] { 3, 1, 2 }, "list(uint8)", ListBytes, "x030102"),
            Own("ReadOnlyMemory", Codecs.ReadOnlyMemory(Codecs.Byte), new byte[] { 3, 1, 2 }, "list(uint8)", ListBytes, "x030102"),
            Own(
                "Array2",
                Codecs.Array2(Codecs.Byte),
                new byte[,]
                {
                    { 1, 2, 3 },
                    { 4, 5, 6 },
                },
                "array2(uint8)",
                "02 03 010203 040506",
                "[[1,2,3],[4,5,6]]"
            ),
            Own(
                "Array3",
                Codecs.Array3(Codecs.Byte),
                new byte[,,]
                {
                    {
                        { 1, 2 },
                    },
                    {
                        { 3, 4 },
                    },
                    {
                        { 5, 6 },
                    },
                },
                "array3(uint8)",
                "03 01 02 0102 0304 0506",
                "[[[1,2]],[[3,4]],[[5,6]]]"
            ),
        ];

    private static IEnumerable<CodecCase> Sets() =>
        [
            Own("HashSet", Codecs.HashSet(Codecs.String), ["b", "ab", "a"], "set(string)", SetBytes, "['a','b','ab']"),
            Own(
                "SetInterface",
                Codecs.SetInterface(Codecs.String),
                new HashSet<string> { "ab", "b", "a" },
                "set(string)",
                SetBytes,
                "['a','b','ab']"
            ),
            Own(
                "ReadOnlySet",
                Codecs.ReadOnlySet(Codecs.String),
                new HashSet<string> { "b", "a", "ab" },
                "set(string)",
                SetBytes,
                "['a','b','ab']"
            ),
            Own(
                "FrozenSet",
                Codecs.FrozenSet(Codecs.String),
                new[] { "b", "a", "ab" }.ToFrozenSet(),
                "set(string)",
                SetBytes,
                "['a','b','ab']"
            ),
            Own("ImmutableHashSet", Codecs.ImmutableHashSet(Codecs.String), ["b", "a", "ab"], "set(string)", SetBytes, "['a','b','ab']"),
            Own("SortedSet", Codecs.SortedSet(Codecs.Byte), [2, 1], "set(uint8)", "02 0102", "[1,2]"),
            Own("SortedSet", Codecs.SortedSet(Codecs.String), ["b", "a", "ab"], "sorted(set(string))", $"00 {SetBytes}", "['a','b','ab']"),
            Own(
                "SortedSet",
                Codecs.SortedSet(Codecs.String),
                new(["b", "a", "ab"], StringComparer.Ordinal),
                "sorted(set(string))",
                $"01 {SetBytes}",
                "['a','b','ab']"
            ),
        ];

    private static IEnumerable<CodecCase> Maps()
    {
        Dictionary<string, byte> map = new()
        {
            ["b"] = 1,
            ["ab"] = 3,
            ["a"] = 2,
        };
        const string Schema = "map(string,uint8)";
        const string Shown = "{a:2,b:1,ab:3}";
        return
        [
            Own("Dictionary", Codecs.Dictionary(Codecs.String, Codecs.Byte), map, Schema, MapBytes, Shown),
            Own("DictionaryInterface", Codecs.DictionaryInterface(Codecs.String, Codecs.Byte), map, Schema, MapBytes, Shown),
            Own("ReadOnlyDictionary", Codecs.ReadOnlyDictionary(Codecs.String, Codecs.Byte), map, Schema, MapBytes, Shown),
            Own("FrozenDictionary", Codecs.FrozenDictionary(Codecs.String, Codecs.Byte), map.ToFrozenDictionary(), Schema, MapBytes, Shown),
            Own(
                "ImmutableDictionary",
                Codecs.ImmutableDictionary(Codecs.String, Codecs.Byte),
                map.ToImmutableDictionary(),
                Schema,
                MapBytes,
                Shown
            ),
            Own(
                "SortedDictionary",
                Codecs.SortedDictionary(Codecs.String, Codecs.Byte),
                new SortedDictionary<string, byte>(map),
                $"sorted({Schema})",
                $"00 {MapBytes}",
                Shown
            ),
            Own(
                "SortedDictionary",
                Codecs.SortedDictionary(Codecs.String, Codecs.Byte),
                new SortedDictionary<string, byte>(map, StringComparer.Ordinal),
                $"sorted({Schema})",
                $"01 {MapBytes}",
                Shown
            ),
            Own(
                "Dictionary",
                Codecs.Dictionary(Codecs.Version, Codecs.Byte),
                new Dictionary<Version, byte> { [new Version(1, 2)] = 3 },
                "map(version,uint8)",
                "01 01000000 02000000 FFFFFFFF FFFFFFFF 03",
                "{1.2:3}"
            ),
            Own(
                "Dictionary",
                Codecs.Dictionary(Codecs.DateOnly, Codecs.Byte),
                new Dictionary<DateOnly, byte> { [DateOnly.MinValue] = 3 },
                "map(date,uint8)",
                "01 00000000 03",
                "{0001-01-01:3}"
            ),
            Own(
                "Dictionary",
                Codecs.Dictionary(Codecs.Boolean, Codecs.Byte),
                new Dictionary<bool, byte> { [true] = 3 },
                "map(bool,uint8)",
                "01 01 03",
                "{True:3}"
            ),
            Own(
                "Dictionary",
                Codecs.Dictionary(Codecs.Uri, Codecs.Byte),
                new Dictionary<Uri, byte> { [new Uri("x", UriKind.Relative)] = 3 },
                "map(uri,uint8)",
                "01 00 0278 03",
                "[(key:'x',value:3)]"
            ),
            Own(
                "Dictionary",
                Codecs.Dictionary(Codecs.Tuple(Codecs.Byte, Codecs.Byte), Codecs.Byte),
                new Dictionary<(byte, byte), byte> { [(1, 2)] = 4, [(1, 1)] = 3 },
                "map(tuple(uint8,uint8),uint8)",
                "02 0101 03 0102 04",
                "[(key:[1,1],value:3),(key:[1,2],value:4)]"
            ),
        ];
    }

    private static IEnumerable<CodecCase> Tuples()
    {
        var i = Codecs.Byte;
        return
        [
            Shared("Tuple", Codecs.Tuple(i), ValueTuple.Create((byte)1), "tuple(uint8)", "01", "[1]"),
            Shared("Tuple", Codecs.Tuple(i, Codecs.String), ((byte)1, "a"), "tuple(uint8,string)", "01 0261", "[1,'a']"),
            Shared(
                "Tuple",
                Codecs.Tuple(Codecs.String, i, i),
                ("a", (byte)2, (byte)3),
                "tuple(string,uint8,uint8)",
                "0261 02 03",
                "['a',2,3]"
            ),
            Shared(
                "Tuple",
                Codecs.Tuple(i, i, i, i),
                ((byte)1, (byte)2, (byte)3, (byte)4),
                "tuple(uint8,uint8,uint8,uint8)",
                "01020304",
                "[1,2,3,4]"
            ),
            Shared(
                "Tuple",
                Codecs.Tuple(i, i, i, i, i),
                ((byte)1, (byte)2, (byte)3, (byte)4, (byte)5),
                "tuple(uint8,uint8,uint8,uint8,uint8)",
                "0102030405",
                "[1,2,3,4,5]"
            ),
            Shared(
                "Tuple",
                Codecs.Tuple(i, i, i, i, i, i),
                ((byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)6),
                "tuple(uint8,uint8,uint8,uint8,uint8,uint8)",
                "010203040506",
                "[1,2,3,4,5,6]"
            ),
            Shared(
                "Tuple",
                Codecs.Tuple(i, i, i, i, i, i, i),
                ((byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)6, (byte)7),
                "tuple(uint8,uint8,uint8,uint8,uint8,uint8,uint8)",
                "01020304050607",
                "[1,2,3,4,5,6,7]"
            ),
            Shared(
                "LongTuple",
                Codecs.LongTuple(i, i, i, i, i, i, i, Codecs.Tuple(i, i)),
                ((byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)6, (byte)7, (byte)8, (byte)9),
                "tuple(uint8,uint8,uint8,uint8,uint8,uint8,uint8,tuple(uint8,uint8))",
                "010203040506070809",
                "[1,2,3,4,5,6,7,8,9]"
            ),
            Shared(
                "KeyValuePair",
                Codecs.KeyValuePair(i, Codecs.String),
                new KeyValuePair<byte, string>(1, "a"),
                "tuple(uint8,string)",
                "01 0261",
                "(key:1,value:'a')"
            ),
            Own("Tuple", Codecs.Tuple(i, Codecs.Array(i)), ((byte)1, new byte[] { 2 }), "tuple(uint8,list(uint8))", "01 01 02", "[1,x02]"),
        ];
    }
}
