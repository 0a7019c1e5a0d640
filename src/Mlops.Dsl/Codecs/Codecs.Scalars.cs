using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// The codecs of the framework's types. Codecs of types made of others are put together: <c>Codecs.List(Codecs.String)</c>.
/// </summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A codec is found by its type's name.")]
public static partial class Codecs
{
    /// <summary>The codec of <see cref="bool"/>.</summary>
    public static Codec<bool> Boolean => field ??= new BooleanCodec();

    /// <summary>The codec of <see cref="char"/>.</summary>
    public static Codec<char> Char => field ??= new UnmanagedCodec<char>("char");

    /// <summary>The codec of <see cref="sbyte"/>.</summary>
    public static Codec<sbyte> SByte => field ??= new UnmanagedCodec<sbyte>("int8");

    /// <summary>The codec of <see cref="byte"/>.</summary>
    public static Codec<byte> Byte => field ??= new UnmanagedCodec<byte>("uint8");

    /// <summary>The codec of <see cref="short"/>.</summary>
    public static Codec<short> Int16 => field ??= new UnmanagedCodec<short>("int16");

    /// <summary>The codec of <see cref="ushort"/>.</summary>
    public static Codec<ushort> UInt16 => field ??= new UnmanagedCodec<ushort>("uint16");

    /// <summary>The codec of <see cref="int"/>.</summary>
    public static Codec<int> Int32 => field ??= new UnmanagedCodec<int>("int32");

    /// <summary>The codec of <see cref="uint"/>.</summary>
    public static Codec<uint> UInt32 => field ??= new UnmanagedCodec<uint>("uint32");

    /// <summary>The codec of <see cref="long"/>.</summary>
    public static Codec<long> Int64 => field ??= new UnmanagedCodec<long>("int64");

    /// <summary>The codec of <see cref="ulong"/>.</summary>
    public static Codec<ulong> UInt64 => field ??= new UnmanagedCodec<ulong>("uint64");

    /// <summary>The codec of <see cref="System.Int128"/>.</summary>
    public static Codec<Int128> Int128 => field ??= new UnmanagedCodec<Int128>("int128");

    /// <summary>The codec of <see cref="System.UInt128"/>.</summary>
    public static Codec<UInt128> UInt128 => field ??= new UnmanagedCodec<UInt128>("uint128");

    /// <summary>The codec of <see cref="System.Half"/>.</summary>
    public static Codec<Half> Half => field ??= new FloatingPointCodec<Half>("float16");

    /// <summary>The codec of <see cref="float"/>.</summary>
    public static Codec<float> Single => field ??= new FloatingPointCodec<float>("float32");

    /// <summary>The codec of <see cref="double"/>.</summary>
    public static Codec<double> Double => field ??= new FloatingPointCodec<double>("float64");

    /// <summary>The codec of <see cref="decimal"/>; the scale is part of the value.</summary>
    public static Codec<decimal> Decimal => field ??= new DecimalCodec();

    /// <summary>The codec of <see cref="System.Numerics.BigInteger"/>.</summary>
    public static Codec<BigInteger> BigInteger => field ??= new BigIntegerCodec();

    /// <summary>The codec of <see cref="System.Numerics.Complex"/>.</summary>
    public static Codec<Complex> Complex => field ??= new ComplexCodec();

    /// <summary>The codec of <see cref="string"/>; lone surrogates are kept.</summary>
    public static Codec<string> String { get; } = new StringCodec();

    /// <summary>The codec of a <see cref="string"/> that may be missing.</summary>
    public static Codec<string?> StringOrNull => field ??= new NullableReferenceCodec<string>(String);

    /// <summary>The codec of <see cref="System.Guid"/>.</summary>
    public static Codec<Guid> Guid { get; } = new GuidCodec();

    /// <summary>The codec of <see cref="System.Uri"/>.</summary>
    public static Codec<Uri> Uri => field ??= new UriCodec();

    /// <summary>The codec of <see cref="System.Version"/>.</summary>
    public static Codec<Version> Version => field ??= new VersionCodec();

    /// <summary>The codec of <see cref="System.DateTime"/>; the kind is part of the value.</summary>
    public static Codec<DateTime> DateTime => field ??= new DateTimeCodec();

    /// <summary>The codec of <see cref="System.DateTimeOffset"/>; the offset is part of the value.</summary>
    public static Codec<DateTimeOffset> DateTimeOffset => field ??= new DateTimeOffsetCodec();

    /// <summary>The codec of <see cref="System.DateOnly"/>.</summary>
    public static Codec<DateOnly> DateOnly => field ??= new DateOnlyCodec();

    /// <summary>The codec of <see cref="System.TimeOnly"/>.</summary>
    public static Codec<TimeOnly> TimeOnly => field ??= new TimeOnlyCodec();

    /// <summary>The codec of <see cref="System.TimeSpan"/>.</summary>
    public static Codec<TimeSpan> TimeSpan => field ??= new TimeSpanCodec();

    /// <summary>The codec of an enum: its number.</summary>
    public static Codec<T> Enum<T>()
        where T : unmanaged, Enum => EnumCodec<T>.Instance;

    /// <summary>The codec of a struct that may be missing.</summary>
    public static Codec<T?> Nullable<T>(Codec<T> inner)
        where T : struct => new NullableCodec<T>(inner);

    /// <summary>The codec of an object that may be missing.</summary>
    public static Codec<T?> NullableReference<T>(Codec<T> inner)
        where T : class => new NullableReferenceCodec<T>(inner);

    /// <summary>
    /// The codec of an object that may be missing although its type does not say so: code without nullable annotations, and rows as they
    /// were read.
    /// </summary>
    public static Codec<T> MaybeNull<T>(Codec<T> inner)
        where T : class => new NullableReferenceCodec<T>(inner)!;
}
