using System.Numerics;

namespace Mlops.Dsl;

/// <summary>
/// Values of numeric types as doubles: what distributions are made of. Beyond 2^53, whole numbers that are close are
/// one.
/// </summary>
internal static class NumberValue
{
    /// <summary>Whether a type is a number, or one that may be missing.</summary>
    public static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: false } plain
        && (
            Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal
            || plain == typeof(Half)
            || plain == typeof(Int128)
            || plain == typeof(UInt128)
            || plain == typeof(BigInteger)
        );

    /// <summary>The value as a double.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet<T>(T value, out double number)
    {
        number = value switch
        {
            double real => real,
            float real => real,
            int whole => whole,
            long whole => whole,
            byte whole => whole,
            short whole => whole,
            sbyte whole => whole,
            ushort whole => whole,
            uint whole => whole,
            ulong whole => whole,
            decimal real => (double)real,
            Half real => (double)real,
            Int128 whole => (double)whole,
            UInt128 whole => (double)whole,
            BigInteger whole => (double)whole,
            _ => double.NaN,
        };
        return value is not null;
    }
}
