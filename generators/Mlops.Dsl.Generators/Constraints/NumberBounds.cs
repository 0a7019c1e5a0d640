using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>Brings the bounds of a <c>[Range]</c>, which are ints or doubles, into the type of the value that they bound.</summary>
internal static class NumberBounds
{
    /// <summary>
    /// The bound as a number of the type; null where the type is no number. A bound beyond the type's own becomes that one.
    /// </summary>
    /// <param name="bound">An int or a double.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="isMinimum">Whether a fraction is rounded up, for a whole-number type.</param>
    public static object? Convert(object bound, SpecialType type, bool isMinimum)
    {
        var number = bound is int whole ? whole : (double)bound;
        return type switch
        {
            SpecialType.System_Double => number,
            SpecialType.System_Single => (float)number,
            SpecialType.System_Decimal => Clamp(number, decimal.MinValue, decimal.MaxValue),
            SpecialType.System_SByte => (sbyte)Whole(number, sbyte.MinValue, sbyte.MaxValue, isMinimum),
            SpecialType.System_Byte => (byte)Whole(number, byte.MinValue, byte.MaxValue, isMinimum),
            SpecialType.System_Int16 => (short)Whole(number, short.MinValue, short.MaxValue, isMinimum),
            SpecialType.System_UInt16 => (ushort)Whole(number, ushort.MinValue, ushort.MaxValue, isMinimum),
            SpecialType.System_Int32 => (int)Whole(number, int.MinValue, int.MaxValue, isMinimum),
            SpecialType.System_UInt32 => (uint)Whole(number, uint.MinValue, uint.MaxValue, isMinimum),
            SpecialType.System_Int64 => (long)Whole(number, long.MinValue, long.MaxValue, isMinimum),
            SpecialType.System_UInt64 => (ulong)Whole(number, ulong.MinValue, ulong.MaxValue, isMinimum),
            _ => null,
        };
    }

    private static decimal Whole(double number, decimal lowest, decimal highest, bool isMinimum) =>
        Clamp(isMinimum ? Math.Ceiling(number) : Math.Floor(number), lowest, highest);

    private static decimal Clamp(double number, decimal lowest, decimal highest) =>
        number <= (double)lowest ? lowest
        : number >= (double)highest ? highest
        : double.IsNaN(number) ? lowest
        : (decimal)number;
}
