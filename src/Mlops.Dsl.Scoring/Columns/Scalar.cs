using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Columns;

/// <summary>
/// Makes numbers of a column's values and values of numbers, without a boxed value: the comparisons of types are constants to the
/// compiler, so that one branch is left.
/// </summary>
/// <typeparam name="T">The column's type.</typeparam>
internal static class Scalar<T>
{
    /// <summary>The type without its question mark.</summary>
    public static Type Type { get; } = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

    /// <summary>Whether the type is a nullable value type.</summary>
    public static bool IsNullable { get; } = Nullable.GetUnderlyingType(typeof(T)) is not null;

    public static ScalarKind Kind { get; } = KindOf(Type);

    /// <summary>The number, to be told apart by 64 bits; unsigned numbers by their bits. Not for nullable types.</summary>
    public static long ToInt64(T value)
    {
        if (typeof(T) == typeof(bool))
        {
            return Unsafe.As<T, bool>(ref value) ? 1 : 0;
        }

        if (
            typeof(T) == typeof(DateTime)
            || typeof(T) == typeof(DateTimeOffset)
            || typeof(T) == typeof(DateOnly)
            || typeof(T) == typeof(TimeOnly)
            || typeof(T) == typeof(TimeSpan)
        )
        {
            return Ticks(ref value);
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => typeof(T) == typeof(sbyte) ? Unsafe.As<T, sbyte>(ref value) : Unsafe.As<T, byte>(ref value),
            2 => typeof(T) == typeof(short) ? Unsafe.As<T, short>(ref value) : Unsafe.As<T, ushort>(ref value),
            4 => typeof(T) == typeof(int) ? Unsafe.As<T, int>(ref value) : Unsafe.As<T, uint>(ref value),
            _ => Unsafe.As<T, long>(ref value),
        };
    }

    /// <summary>The number as near as a double comes; NaN for a missing one.</summary>
    public static double ToDouble(T value)
    {
        if (IsNullable)
        {
            return NullableScalar.ToDouble(ref value);
        }

        return typeof(T) == typeof(float) ? Unsafe.As<T, float>(ref value)
            : typeof(T) == typeof(double) ? Unsafe.As<T, double>(ref value)
            : typeof(T) == typeof(Half) ? (double)Unsafe.As<T, Half>(ref value)
            : typeof(T) == typeof(decimal) ? (double)Unsafe.As<T, decimal>(ref value)
            : typeof(T) == typeof(ulong) ? Unsafe.As<T, ulong>(ref value)
            : ToInt64(value);
    }

    private static long Ticks(ref T value) =>
        typeof(T) == typeof(DateTime) ? Unsafe.As<T, DateTime>(ref value).Ticks
        : typeof(T) == typeof(DateTimeOffset) ? Unsafe.As<T, DateTimeOffset>(ref value).UtcTicks
        : typeof(T) == typeof(DateOnly) ? Unsafe.As<T, DateOnly>(ref value).DayNumber * TimeSpan.TicksPerDay
        : typeof(T) == typeof(TimeOnly) ? Unsafe.As<T, TimeOnly>(ref value).Ticks
        : Unsafe.As<T, TimeSpan>(ref value).Ticks;

    private static ScalarKind KindOf(Type type) =>
        type switch
        {
            _ when type == typeof(bool) => ScalarKind.Boolean,
            _ when type.IsEnum || type == typeof(string) || type == typeof(char) || type == typeof(Guid) || type == typeof(Uri) =>
                ScalarKind.Text,
            _ when type == typeof(float) || type == typeof(double) || type == typeof(Half) || type == typeof(decimal) =>
                ScalarKind.Floating,
            _ when type == typeof(DateTime)
                    || type == typeof(DateTimeOffset)
                    || type == typeof(DateOnly)
                    || type == typeof(TimeOnly)
                    || type == typeof(TimeSpan) => ScalarKind.Integer,
            _ when Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 => ScalarKind.Integer,
            _ => ScalarKind.None,
        };
}

/// <summary>Nullable numbers, for <see cref="Scalar{T}"/>.</summary>
internal static class NullableScalar
{
    public static double ToDouble<T>(ref T value) =>
        typeof(T) == typeof(float?) ? Of<T, float>(ref value)
        : typeof(T) == typeof(double?) ? Of<T, double>(ref value)
        : typeof(T) == typeof(Half?) ? Of<T, Half>(ref value)
        : typeof(T) == typeof(decimal?) ? Of<T, decimal>(ref value)
        : typeof(T) == typeof(bool?) ? Of<T, bool>(ref value)
        : typeof(T) == typeof(sbyte?) ? Of<T, sbyte>(ref value)
        : typeof(T) == typeof(byte?) ? Of<T, byte>(ref value)
        : typeof(T) == typeof(short?) ? Of<T, short>(ref value)
        : typeof(T) == typeof(ushort?) ? Of<T, ushort>(ref value)
        : typeof(T) == typeof(int?) ? Of<T, int>(ref value)
        : typeof(T) == typeof(uint?) ? Of<T, uint>(ref value)
        : typeof(T) == typeof(long?) ? Of<T, long>(ref value)
        : typeof(T) == typeof(ulong?) ? Of<T, ulong>(ref value)
        : typeof(T) == typeof(DateTime?) ? Of<T, DateTime>(ref value)
        : typeof(T) == typeof(DateTimeOffset?) ? Of<T, DateTimeOffset>(ref value)
        : typeof(T) == typeof(DateOnly?) ? Of<T, DateOnly>(ref value)
        : typeof(T) == typeof(TimeOnly?) ? Of<T, TimeOnly>(ref value)
        : typeof(T) == typeof(TimeSpan?) ? Of<T, TimeSpan>(ref value)
        : throw new NotSupportedException($"'{typeof(T)}' is no nullable number.");

    private static double Of<T, TValue>(ref T value)
        where TValue : struct
    {
        ref var nullable = ref Unsafe.As<T, TValue?>(ref value);
        return nullable.HasValue ? Scalar<TValue>.ToDouble(nullable.GetValueOrDefault()) : double.NaN;
    }
}
