using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization;

public class TranscriptTests
{
    [Flags]
    private enum Parts
    {
        None = 0,
        Head = 1,
        Tail = 2,
    }

    [Fact]
    public void Numbers_keep_their_digits_in_every_culture()
    {
        var decimalComma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        decimalComma.NumberFormat.NumberDecimalSeparator = ",";
        decimalComma.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = decimalComma;

        Assert.Equal(
            "[NaN,-Infinity,-0,0.1,1E-300]",
            Encoded.Transcribe(Codecs.Array(Codecs.Double), [double.NaN, double.NegativeInfinity, -0.0, 0.1, 1e-300])
        );
        Assert.Equal("[0.1f,Infinityf]", Encoded.Transcribe(Codecs.Array(Codecs.Single), [0.1f, float.PositiveInfinity]));
        Assert.Equal("[0.1,NaNf]", Encoded.Transcribe(Codecs.Array(Codecs.Half), [(Half)0.1, Half.NaN]));
        Assert.Equal("1.50", Encoded.Transcribe(Codecs.Decimal, 1.50m));
        Assert.Equal("18446744073709551615", Encoded.Transcribe(Codecs.UInt64, ulong.MaxValue));
        Assert.Equal("-170141183460469231731687303715884105728", Encoded.Transcribe(Codecs.Int128, Int128.MinValue));
        Assert.Equal("1000000000000000000000", Encoded.Transcribe(Codecs.BigInteger, BigInteger.Pow(10, 21)));
        Assert.Equal("(real:1.5,imaginary:NaN)", Encoded.Transcribe(Codecs.Complex, new Complex(1.5, double.NaN)));
    }

    [Fact]
    public void Dates_and_identifiers_are_texts()
    {
        Assert.Equal(
            "'2026-11-21T10:50:00.0000000Z'",
            Encoded.Transcribe(Codecs.DateTime, new DateTime(2026, 11, 21, 10, 50, 0, DateTimeKind.Utc))
        );
        Assert.Equal("'2026-11-21'", Encoded.Transcribe(Codecs.DateOnly, new DateOnly(2026, 11, 21)));
        Assert.Equal("'1.02:00:00'", Encoded.Transcribe(Codecs.TimeSpan, TimeSpan.FromHours(26)));
        Assert.Equal("'a b/../c'", Encoded.Transcribe(Codecs.Uri, new Uri("a b/../c", UriKind.Relative)));
        Assert.Equal("'1.2'", Encoded.Transcribe(Codecs.Version, new Version(1, 2)));
    }

    [Fact]
    public void Enums_are_told_by_their_members_where_there_are_any()
    {
        var codec = Codecs.Array(Codecs.Enum<Parts>());

        Assert.Equal("['None','Head, Tail',9]", Encoded.Transcribe(codec, [Parts.None, Parts.Head | Parts.Tail, (Parts)9]));
    }

    [Fact]
    public void Collections_are_lists_and_maps()
    {
        Assert.Equal("[]", Encoded.Transcribe(Codecs.List(Codecs.String), []));
        Assert.Equal("{}", Encoded.Transcribe(Codecs.Dictionary(Codecs.String, Codecs.Int32), []));
        Assert.Equal(
            "{a:[1,2]}",
            Encoded.Transcribe(Codecs.Dictionary(Codecs.String, Codecs.Array(Codecs.Int32)), new() { ["a"] = [1, 2] })
        );
        Assert.Equal(
            "{Tail:null}",
            Encoded.Transcribe(Codecs.Dictionary(Codecs.Enum<Parts>(), Codecs.StringOrNull), new() { [Parts.Tail] = null })
        );
        Assert.Equal(
            "[(key:[1,'x'],value:true)]",
            Encoded.Transcribe(Codecs.Dictionary(Codecs.Tuple(Codecs.Int32, Codecs.String), Codecs.Boolean), new() { [(1, "x")] = true })
        );
        Assert.Equal("[1,2]", Encoded.Transcribe(Codecs.SortedSet(Codecs.Int32), [2, 1]));
        Assert.Equal("null", Encoded.Transcribe(Codecs.ImmutableArray(Codecs.Int32), default(ImmutableArray<int>)));
        Assert.Equal(
            "[[1,2,3],[4,5,6]]",
            Encoded.Transcribe(
                Codecs.Array2(Codecs.Int32),
                new[,]
                {
                    { 1, 2, 3 },
                    { 4, 5, 6 },
                }
            )
        );
        Assert.Equal(
            "[[[1],[2]]]",
            Encoded.Transcribe(
                Codecs.Array3(Codecs.Int32),
                new[,,]
                {
                    {
                        { 1 },
                        { 2 },
                    },
                }
            )
        );
    }

    [Fact]
    public void Bytes_are_bytes_however_many_there_are()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);

        Assert.Equal($"x{Convert.ToHexStringLower(bytes)}", Encoded.Transcribe(Codecs.Array(Codecs.Byte), bytes));
        Assert.Equal("x", Encoded.Transcribe(Codecs.Array(Codecs.Byte), []));
    }

    [Fact]
    public void A_long_tuple_is_one_list()
    {
        var codec = Codecs.LongTuple(
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Int32,
            Codecs.Tuple(Codecs.String, Codecs.Tuple(Codecs.Int32, Codecs.Int32))
        );

        Assert.Equal("[1,2,3,4,5,6,7,'a',[8,9]]", Encoded.Transcribe(codec, (1, 2, 3, 4, 5, 6, 7, "a", (8, 9))));
    }

    [Fact]
    public void Datasets_are_their_rows_and_a_validated_one_has_its_report()
    {
        var row = Codecs.String;
        var report = new ValidationReport<string>(
            3,
            1,
            [new RejectedRow<string>(2, "bad", [new RowProblem("C", "length", "too short")])],
            [new BrokenConstraint("C", "length", 1, 2, "too short")]
        );

        Assert.Equal("['a']", Encoded.Transcribe(Codecs.Raw(row), new Raw<string>(["a"])));
        Assert.Equal(
            "(rows:['a','b'],report:(rowsRead:3,rowsRejected:1,rejects:[(index:2,row:'bad',problems:[(column:'C',constraint:'length',message:'too short')])],"
                + "brokenConstraints:[(column:'C',constraint:'length',rowCount:1,firstIndex:2,firstMessage:'too short')]))",
            Encoded.Transcribe(Codecs.Validated(row), new Validated<string>(["a", "b"], report))
        );
    }

    [Fact]
    public void A_codec_that_says_nothing_more_is_told_by_its_value()
    {
        Assert.Equal("'(1 apple)'", Encoded.Transcribe(new AppleCodec(), new Apple(1)));
        Assert.Equal("(passed:false,reason:'')", Encoded.Transcribe(Codecs.GateResult, new GateResult(false, "")));
    }

    [Fact]
    public void A_codec_that_gives_a_sequence_is_told_by_its_items() =>
        Assert.Equal(
            "[1,'a',null,[true],'(2 apple)']",
            Encoded.Transcribe(new BasketCodec(), [1, "a", null, new[] { true }, new Apple(2)])
        );

    private sealed class BasketCodec : Codec<List<object?>>
    {
        public override string Schema => "basket";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, List<object?> value) => writer.WriteLength(value.Count);

        public override List<object?> Read(ArtifactReader reader) =>
            reader.ReadLength() == 5 ? [1, "a", null, new[] { true }, new Apple(2)] : [];
    }

    private sealed record Apple(int Count)
    {
        public override string ToString() => $"({Count} apple)";
    }

    private sealed class AppleCodec : Codec<Apple>
    {
        public override string Schema => "apple";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, Apple value) => writer.WriteLength(value.Count);

        public override Apple Read(ArtifactReader reader) => new(reader.ReadLength());
    }
}
