using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>The numbers that a type has. Infinity counts as none: a bound is not there to look for it.</summary>
internal static class TypeRange
{
    /// <summary>From the least to the greatest number of a type.</summary>
    public static Interval Of(ITypeSymbol? type) =>
        type?.SpecialType switch
        {
            SpecialType.System_Byte => new(byte.MinValue, byte.MaxValue),
            SpecialType.System_SByte => new(sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Int16 => new(short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => new(ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => new(int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => new(uint.MinValue, uint.MaxValue),
            SpecialType.System_Int64 => new(long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 => new(ulong.MinValue, ulong.MaxValue),
            SpecialType.System_Single => new(float.MinValue, float.MaxValue),
            SpecialType.System_Double => new(double.MinValue, double.MaxValue),
            SpecialType.System_Decimal => new((double)decimal.MinValue, (double)decimal.MaxValue),
            _ => Interval.All,
        };
}
