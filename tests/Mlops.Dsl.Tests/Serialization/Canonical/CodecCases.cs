using System.Numerics;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>A value at least for every codec that there is, with its bytes written out: artifacts live longer than programs.</summary>
internal static partial class CodecCases
{
    private enum Small : byte
    {
        None,
        Some = 200,
    }

    public static IEnumerable<CodecCase> All =>
        [.. Scalars(), .. Texts(), .. Times(), .. Maybes(), .. Lists(), .. Sets(), .. Maps(), .. Tuples(), .. Datasets()];

    private static IEnumerable<CodecCase> Scalars() =>
        [
            Shared("Boolean", Codecs.Boolean, true, "bool", "01", "true"),
            Shared("Boolean", Codecs.Boolean, false, "bool", "00", "false"),
            Shared("Char", Codecs.Char, 'a', "char", "6100", "'a'"),
            Shared("SByte", Codecs.SByte, (sbyte)-2, "int8", "FE", "-2"),
            Shared("Byte", Codecs.Byte, (byte)200, "uint8", "C8", "200"),
            Shared("Int16", Codecs.Int16, (short)-2, "int16", "FEFF", "-2"),
            Shared("UInt16", Codecs.UInt16, (ushort)0x1234, "uint16", "3412", "4660"),
            Shared("Int32", Codecs.Int32, -2, "int32", "FEFFFFFF", "-2"),
            Shared("UInt32", Codecs.UInt32, 0x01020304u, "uint32", "04030201", "16909060"),
            Shared("Int64", Codecs.Int64, -2L, "int64", "FEFFFFFFFFFFFFFF", "-2"),
            Shared("UInt64", Codecs.UInt64, 0x0102030405060708ul, "uint64", "0807060504030201", "72623859790382856"),
            Shared("Int128", Codecs.Int128, (Int128)1, "int128", "01000000000000000000000000000000", "1"),
            Shared("UInt128", Codecs.UInt128, (UInt128)2, "uint128", "02000000000000000000000000000000", "2"),
            Shared("Half", Codecs.Half, (Half)1, "float16", "003C", "1"),
            Shared("Half", Codecs.Half, Half.NaN, "float16", "00FE", "NaNf"),
            Shared("Single", Codecs.Single, 1f, "float32", "0000803F", "1f"),
            Shared("Single", Codecs.Single, BitConverter.UInt32BitsToSingle(0x7FC01234), "float32", "0000C0FF", "NaNf"),
            Shared("Double", Codecs.Double, 1.0, "float64", "000000000000F03F", "1"),
            Shared("Double", Codecs.Double, -0.0, "float64", "0000000000000080", "-0"),
            Shared("Double", Codecs.Double, BitConverter.UInt64BitsToDouble(0x7FF8000000001234), "float64", "000000000000F8FF", "NaN"),
            Shared("Decimal", Codecs.Decimal, 1.5m, "decimal", "0F000000 00000000 00000000 00000100", "1.5"),
            Shared("Decimal", Codecs.Decimal, -1.50m, "decimal", "96000000 00000000 00000000 00000280", "-1.50"),
            Shared("BigInteger", Codecs.BigInteger, new BigInteger(256), "bigint", "02 0001", "256"),
            Shared("BigInteger", Codecs.BigInteger, BigInteger.MinusOne, "bigint", "01 FF", "-1"),
            Shared("Complex", Codecs.Complex, new Complex(1, 2), "complex", "000000000000F03F 0000000000000040", "(real:1,imaginary:2)"),
            Shared("Enum", Codecs.Enum<Small>(), Small.Some, "enum8(None=0,Some=200)", "C8", "'Some'"),
            Shared("Enum", Codecs.Enum<Small>(), (Small)7, "enum8(None=0,Some=200)", "07", "7"),
            Shared("GateResult", Codecs.GateResult, new GateResult(true, "ok"), "gate", "01 046F6B", "(passed:true,reason:'ok')"),
        ];

    private static IEnumerable<CodecCase> Texts() =>
        [
            Shared("String", Codecs.String, "", "string", "00", "''"),
            Shared("String", Codecs.String, "aß", "string", "06 61C39F", "'aß'"),
            Shared(
                "String",
                Codecs.String,
                new string('x', 64),
                "string",
                "8001" + new string('x', 64).Replace("x", "78", StringComparison.Ordinal),
                $"'{new string('x', 64)}'"
            ),
            Shared("String", Codecs.String, "\ud800a", "string", "09 00D86100", "'\ud800a'"),
            Shared(
                "Guid",
                Codecs.Guid,
                new Guid("00112233-4455-6677-8899-aabbccddeeff"),
                "guid",
                "00112233445566778899AABBCCDDEEFF",
                "'00112233-4455-6677-8899-aabbccddeeff'"
            ),
            Shared("Uri", Codecs.Uri, new Uri("ab:c"), "uri", "01 0861623A63", "'ab:c'"),
            Shared("Uri", Codecs.Uri, new Uri("x", UriKind.Relative), "uri", "00 0278", "'x'"),
            Shared("Version", Codecs.Version, new Version(1, 2), "version", "01000000 02000000 FFFFFFFF FFFFFFFF", "'1.2'"),
            Shared("Version", Codecs.Version, new Version(1, 2, 3), "version", "01000000 02000000 03000000 FFFFFFFF", "'1.2.3'"),
            Shared("Version", Codecs.Version, new Version(0, 0, 0, 0), "version", "00000000 00000000 00000000 00000000", "'0.0.0.0'"),
        ];

    private static IEnumerable<CodecCase> Times() =>
        [
            Shared(
                "DateTime",
                Codecs.DateTime,
                new DateTime(1, DateTimeKind.Utc),
                "datetime",
                "0100000000000000 01",
                "'0001-01-01T00:00:00.0000001Z'"
            ),
            Shared("DateTime", Codecs.DateTime, DateTime.MaxValue, "datetime", "FF3F37F47528CA2B 00", "'9999-12-31T23:59:59.9999999'"),
            Shared(
                "DateTime",
                Codecs.DateTime,
                new DateTime(0, DateTimeKind.Unspecified),
                "datetime",
                "0000000000000000 00",
                "'0001-01-01T00:00:00.0000000'"
            ),
            Shared(
                "DateTimeOffset",
                Codecs.DateTimeOffset,
                new DateTimeOffset(72_000_000_000, TimeSpan.FromHours(1)),
                "datetimeoffset",
                "00D088C310000000 3C00",
                "'0001-01-01T02:00:00.0000000+01:00'"
            ),
            Shared("DateOnly", Codecs.DateOnly, DateOnly.FromDayNumber(256), "date", "00010000", "'0001-09-14'"),
            Shared("DateOnly", Codecs.DateOnly, DateOnly.MinValue, "date", "00000000", "'0001-01-01'"),
            Shared("DateOnly", Codecs.DateOnly, DateOnly.MaxValue, "date", "DAB93700", "'9999-12-31'"),
            Shared("TimeOnly", Codecs.TimeOnly, new TimeOnly(1), "time", "0100000000000000", "'00:00:00.0000001'"),
            Shared("TimeOnly", Codecs.TimeOnly, TimeOnly.MinValue, "time", "0000000000000000", "'00:00:00.0000000'"),
            Shared("TimeOnly", Codecs.TimeOnly, TimeOnly.MaxValue, "time", "FFBF692AC9000000", "'23:59:59.9999999'"),
            Shared("TimeSpan", Codecs.TimeSpan, new TimeSpan(-1), "duration", "FFFFFFFFFFFFFFFF", "'-00:00:00.0000001'"),
        ];

    private static IEnumerable<CodecCase> Maybes() =>
        [
            Shared("StringOrNull", Codecs.StringOrNull, "a", "string?", "01 0261", "'a'"),
            Shared("StringOrNull", Codecs.StringOrNull, null, "string?", "00", "null"),
            Shared("Nullable", Codecs.Nullable(Codecs.Byte), (byte?)5, "uint8?", "01 05", "5"),
            Shared("Nullable", Codecs.Nullable(Codecs.Byte), null, "uint8?", "00", "null"),
            Shared("NullableReference", Codecs.NullableReference(Codecs.String), "", "string?", "01 00", "''"),
            Shared("MaybeNull", Codecs.MaybeNull(Codecs.String), "a", "string?", "01 0261", "'a'"),
            Own("NullableReference", Codecs.NullableReference(Codecs.Array(Codecs.Byte)), [1], "list(uint8)?", "01 01 01", "x01"),
        ];

    private static CodecCase<T> Shared<T>(string factory, Codec<T> codec, T value, string schema, string bytes, string transcript) =>
        new(factory, codec, value, schema, bytes, transcript) { IsShared = true };

    private static CodecCase<T> Own<T>(string factory, Codec<T> codec, T value, string schema, string bytes, string transcript) =>
        new(factory, codec, value, schema, bytes, transcript);
}
