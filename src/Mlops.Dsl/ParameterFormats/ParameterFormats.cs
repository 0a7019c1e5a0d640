using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl.Execution;

/// <summary>
/// The formats of the types that a parameter can have. Texts are invariant: the same text means the same value on every machine, and a
/// value is written in one way only, because its text is part of cache keys and run records. Each is made when it is first asked for: a
/// program uses few, and all cost start-up time.
/// </summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A format is found by its type's name.")]
public static class ParameterFormats
{
    /// <summary>Any text.</summary>
    public static ParameterFormat<string> String => field ??= new StringFormat();

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ParameterFormat<bool> Boolean => field ??= new BooleanFormat();

    /// <summary>One character.</summary>
    public static ParameterFormat<char> Char => field ??= new CharFormat();

    /// <summary>Whole numbers of 8 bits.</summary>
    public static ParameterFormat<sbyte> SByte => field ??= Integer<sbyte>();

    /// <summary>Whole numbers of 8 bits, unsigned.</summary>
    public static ParameterFormat<byte> Byte => field ??= Integer<byte>();

    /// <summary>Whole numbers of 16 bits.</summary>
    public static ParameterFormat<short> Int16 => field ??= Integer<short>();

    /// <summary>Whole numbers of 16 bits, unsigned.</summary>
    public static ParameterFormat<ushort> UInt16 => field ??= Integer<ushort>();

    /// <summary>Whole numbers of 32 bits.</summary>
    public static ParameterFormat<int> Int32 => field ??= Integer<int>();

    /// <summary>Whole numbers of 32 bits, unsigned.</summary>
    public static ParameterFormat<uint> UInt32 => field ??= Integer<uint>();

    /// <summary>Whole numbers of 64 bits.</summary>
    public static ParameterFormat<long> Int64 => field ??= Integer<long>();

    /// <summary>Whole numbers of 64 bits, unsigned.</summary>
    public static ParameterFormat<ulong> UInt64 => field ??= Integer<ulong>();

    /// <summary>Whole numbers of 128 bits.</summary>
    public static ParameterFormat<Int128> Int128 => field ??= Integer<Int128>();

    /// <summary>Whole numbers of 128 bits, unsigned.</summary>
    public static ParameterFormat<UInt128> UInt128 => field ??= Integer<UInt128>();

    /// <summary>Whole numbers of any size.</summary>
    public static ParameterFormat<BigInteger> BigInteger => field ??= new IntegerFormat<BigInteger>("a whole number");

    /// <summary>Floating-point numbers of 16 bits.</summary>
    public static ParameterFormat<Half> Half => field ??= new FloatingPointFormat<Half>();

    /// <summary>Floating-point numbers of 32 bits.</summary>
    public static ParameterFormat<float> Single => field ??= new FloatingPointFormat<float>();

    /// <summary>Floating-point numbers of 64 bits.</summary>
    public static ParameterFormat<double> Double => field ??= new FloatingPointFormat<double>();

    /// <summary>Decimal numbers.</summary>
    public static ParameterFormat<decimal> Decimal => field ??= new DecimalFormat();

    /// <summary>GUIDs.</summary>
    public static ParameterFormat<Guid> Guid => field ??= new GuidFormat();

    /// <summary>Dates with times.</summary>
    public static ParameterFormat<DateTime> DateTime => field ??= new DateTimeFormat();

    /// <summary>Dates with times and an offset from UTC.</summary>
    public static ParameterFormat<DateTimeOffset> DateTimeOffset => field ??= new DateTimeOffsetFormat();

    /// <summary>Dates.</summary>
    public static ParameterFormat<DateOnly> DateOnly => field ??= new DateOnlyFormat();

    /// <summary>Times of day.</summary>
    public static ParameterFormat<TimeOnly> TimeOnly => field ??= new TimeOnlyFormat();

    /// <summary>Durations.</summary>
    public static ParameterFormat<TimeSpan> TimeSpan => field ??= new TimeSpanFormat();

    /// <summary>Windows of time.</summary>
    public static ParameterFormat<TimeWindow> TimeWindow => field ??= new TimeWindowFormat();

    /// <summary>URIs.</summary>
    public static ParameterFormat<Uri> Uri => field ??= new UriFormat();

    /// <summary>The members of an enum.</summary>
    public static ParameterFormat<T> Enum<T>()
        where T : struct, Enum => new EnumFormat<T>();

    /// <summary>Values that may be missing.</summary>
    public static ParameterFormat<T?> Nullable<T>(ParameterFormat<T> inner)
        where T : struct => new NullableFormat<T>(inner);

    /// <summary>Lists, as arrays.</summary>
    public static ParameterFormat<T[]> Array<T>(ParameterFormat<T> item) => new ListFormat<T[], T>(item, static items => items);

    /// <summary>Lists: for parameters declared as <see cref="IReadOnlyList{T}"/>.</summary>
    public static ParameterFormat<IReadOnlyList<T>> List<T>(ParameterFormat<T> item) =>
        new ListFormat<IReadOnlyList<T>, T>(item, static items => items);

    /// <summary>Lists that never change.</summary>
    public static ParameterFormat<ImmutableArray<T>> ImmutableArray<T>(ParameterFormat<T> item) =>
        new ListFormat<ImmutableArray<T>, T>(item, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray);

    /// <summary>Types that parse themselves.</summary>
    public static ParameterFormat<T> Parsable<T>()
        where T : IParsable<T> => new ParsableFormat<T>();

    private static IntegerFormat<T> Integer<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T> =>
        new(string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"));
}
