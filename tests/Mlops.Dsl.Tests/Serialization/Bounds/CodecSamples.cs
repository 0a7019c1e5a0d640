using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>Every codec there is, with a value: <see cref="DecodingBoundTests"/> fails where one is missing.</summary>
internal static class CodecSamples
{
    private static readonly Tree Leaf = new([], new Tree[0, 3], [], [default]);

    public static IReadOnlyList<CodecSample> All { get; } = [.. Scalars(), .. Collections(), .. Tuples(), .. Artifacts()];

    private static IEnumerable<CodecSample> Scalars() =>
        [
            CodecSample.Of(Codecs.Array(Codecs.Boolean), [true, false]),
            CodecSample.Of(Codecs.Array(Codecs.Char), ['a']),
            CodecSample.Of(Codecs.Array(Codecs.SByte), [-1]),
            CodecSample.Of(Codecs.Array(Codecs.Byte), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Int16), [1]),
            CodecSample.Of(Codecs.Array(Codecs.UInt16), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Int32), [1]),
            CodecSample.Of(Codecs.Array(Codecs.UInt32), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Int64), [1]),
            CodecSample.Of(Codecs.Array(Codecs.UInt64), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Int128), [1]),
            CodecSample.Of(Codecs.Array(Codecs.UInt128), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Half), [(Half)1]),
            CodecSample.Of(Codecs.Array(Codecs.Single), [1]),
            CodecSample.Of(Codecs.Array(Codecs.Double), [1, double.NaN]),
            CodecSample.Of(Codecs.Array(Codecs.Decimal), [1.5m]),
            CodecSample.Of(Codecs.Array(Codecs.BigInteger), [BigInteger.Pow(10, 30)]),
            CodecSample.Of(Codecs.Array(Codecs.Complex), [new(1, 2)]),
            CodecSample.Of(Codecs.Array(Codecs.String), ["a", "\uD800", new string('x', 300)]),
            CodecSample.Of(Codecs.Array(Codecs.StringOrNull), ["a", null]),
            CodecSample.Of(Codecs.Array(Codecs.Guid), [Guid.AllBitsSet]),
            CodecSample.Of(Codecs.Array(Codecs.Uri), [new("https://example.org/a"), new("a b", UriKind.Relative)]),
            CodecSample.Of(Codecs.Array(Codecs.Version), [new(1, 2), new(1, 2, 3, 4)]),
            CodecSample.Of(Codecs.Array(Codecs.DateTime), [new(2026, 1, 2)]),
            CodecSample.Of(Codecs.Array(Codecs.DateTimeOffset), [new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))]),
            CodecSample.Of(Codecs.Array(Codecs.DateOnly), [new(2026, 1, 2)]),
            CodecSample.Of(Codecs.Array(Codecs.TimeOnly), [new(1, 2)]),
            CodecSample.Of(Codecs.Array(Codecs.TimeSpan), [TimeSpan.FromHours(1)]),
            CodecSample.Of(Codecs.Array(Codecs.Enum<DayOfWeek>()), [DayOfWeek.Friday]),
            CodecSample.Of(Codecs.Array(Codecs.Nullable(Codecs.Int32)), [1, null]),
            CodecSample.Of(
                Codecs.Array(Codecs.NullableReference(Codecs.List(Codecs.Int32))),
                [
                    [1],
                    null,
                ]
            ),
            CodecSample.Of(Codecs.Array(Codecs.MaybeNull(Codecs.String)), ["a"]),
        ];

    private static IEnumerable<CodecSample> Collections() =>
        [
            CodecSample.Of(
                Codecs.List(Codecs.List(Codecs.String)),
                [
                    ["a"],
                    [],
                ]
            ),
            CodecSample.Of(Codecs.List(EmptyCodec.Instance), [new(), new()]),
            CodecSample.Of(Codecs.List(WideCodec.Instance), [default]),
            CodecSample.Of(Codecs.List(PositiveCodec.Instance), [new(7)]),
            CodecSample.Of(
                Codecs.List(TreeCodec.Instance),
                [
                    Leaf with
                    {
                        Branches = [Leaf, Leaf],
                        Named = new() { [2] = Leaf },
                    },
                ]
            ),
            CodecSample.Of(Codecs.ListInterface(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.CollectionInterface(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.ReadOnlyList(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.ReadOnlyCollection(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.Enumerable(EmptyCodec.Instance), [new()]),
            CodecSample.Of(Codecs.ImmutableList(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.ImmutableArray(EmptyCodec.Instance), [new()]),
            CodecSample.Of(Codecs.Memory(Codecs.String), new[] { "a" }.AsMemory()),
            CodecSample.Of(Codecs.ReadOnlyMemory(Codecs.Double), new[] { 1.0 }),
            CodecSample.Of(
                Codecs.Array2(Codecs.Double),
                new double[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                }
            ),
            CodecSample.Of(
                Codecs.Array2(EmptyCodec.Instance),
                new[,]
                {
                    { new Empty() },
                    { new() },
                }
            ),
            CodecSample.Of(Codecs.Array2(Codecs.String), new string[3, 0]),
            CodecSample.Of(
                Codecs.Array3(Codecs.String),
                new[,,]
                {
                    {
                        { "a" },
                        { "b" },
                    },
                }
            ),
            CodecSample.Of(Codecs.Array3(Codecs.Byte), new byte[2, 0, 2]),
            CodecSample.Of(Codecs.HashSet(Codecs.String), ["a", "b"]),
            CodecSample.Of(Codecs.HashSet(EmptyCodec.Instance), [new()]),
            CodecSample.Of(Codecs.SetInterface(Codecs.String), new HashSet<string> { "a" }),
            CodecSample.Of(Codecs.ReadOnlySet(Codecs.String), new HashSet<string> { "a" }),
            CodecSample.Of(Codecs.FrozenSet(Codecs.String), new[] { "a" }.ToFrozenSet()),
            CodecSample.Of(Codecs.ImmutableHashSet(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.SortedSet(Codecs.String), ["a"]),
            CodecSample.Of(Codecs.Dictionary(Codecs.String, WideCodec.Instance), new() { ["a"] = default }),
            CodecSample.Of(Codecs.Dictionary(EmptyCodec.Instance, EmptyCodec.Instance), new() { [new()] = new() }),
            CodecSample.Of(Codecs.DictionaryInterface(Codecs.Int32, Codecs.String), new Dictionary<int, string> { [1] = "a" }),
            CodecSample.Of(Codecs.ReadOnlyDictionary(Codecs.Int32, Codecs.String), new Dictionary<int, string> { [1] = "a" }),
            CodecSample.Of(
                Codecs.FrozenDictionary(Codecs.Int32, Codecs.String),
                new Dictionary<int, string> { [1] = "a" }.ToFrozenDictionary()
            ),
            CodecSample.Of(Codecs.ImmutableDictionary(Codecs.Int32, Codecs.String), ImmutableDictionary<int, string>.Empty.Add(1, "a")),
            CodecSample.Of(Codecs.SortedDictionary(Codecs.Tuple(Codecs.Int32, Codecs.Int32), Codecs.String), new() { [(1, 2)] = "a" }),
        ];

    private static IEnumerable<CodecSample> Tuples() =>
        [
            CodecSample.Of(Codecs.Array(Codecs.KeyValuePair(EmptyCodec.Instance, EmptyCodec.Instance)), [new(new(), new())]),
            CodecSample.Of(Codecs.Array(Codecs.Tuple(EmptyCodec.Instance)), [ValueTuple.Create(new Empty())]),
            CodecSample.Of(
                Codecs.LongTuple(
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Byte,
                    Codecs.Tuple(Codecs.String)
                ),
                ((byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)6, (byte)7, "a")
            ),
        ];

    private static IEnumerable<CodecSample> Artifacts() =>
        [
            CodecSample.Of(Codecs.GateResult, new GateResult(true, "r")),
            CodecSample.Of(Codecs.FileSet, new FileSet([])),
            CodecSample.Of(Codecs.FileSetInPlace, new FileSet([])),
            CodecSample.Of(Codecs.Array(Codecs.FileArtifact), []),
            CodecSample.Of(Codecs.Array(Codecs.FileArtifactInPlace), []),
            CodecSample.Of(Codecs.Raw(EmptyCodec.Instance), new([new()])),
            CodecSample.Of(Codecs.Validated(WideCodec.Instance), UnitTestDatasets.Validated(default(Wide))),
            CodecSample.Of(Codecs.TrainSet(EmptyCodec.Instance), UnitTestDatasets.TrainSet(new Empty())),
            CodecSample.Of(Codecs.ValidationSet(Codecs.String), UnitTestDatasets.ValidationSet<string>(["a"])),
            CodecSample.Of(Codecs.TestSet(Codecs.String), UnitTestDatasets.TestSet<string>(["a"])),
            CodecSample.Of(
                Codecs.Fold(Codecs.String),
                new(UnitTestDatasets.TrainSet<string>(["a"]), UnitTestDatasets.ValidationSet<string>(["b"]))
            ),
            CodecSample.Of(
                Codecs.Served(Codecs.String, Codecs.Int32),
                new(
                    new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)),
                    [new("r", DateTimeOffset.UnixEpoch, "a", 1, 2, "x")]
                )
            ),
        ];
}
