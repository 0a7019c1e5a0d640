using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl;

/// <summary>Writes the two numbers that a gate compared: to four significant digits, or to as many as tell them apart.</summary>
internal static class GateNumber
{
    private const int UsualDigits = 4;

    /// <summary>As many as any number of 64 bits has.</summary>
    private const int MostDigits = 17;

    /// <summary>Both numbers, in the invariant form. Whole numbers are written in full.</summary>
    public static (string Value, string Limit) Show<T>(T value, T limit)
        where T : INumber<T>
    {
        if (T.IsInteger(value) && T.IsInteger(limit))
        {
            return (value.ToString(null, CultureInfo.InvariantCulture), limit.ToString(null, CultureInfo.InvariantCulture));
        }

        for (var digits = UsualDigits; ; digits++)
        {
            var format = string.Create(CultureInfo.InvariantCulture, $"G{digits}");
            var shown = (value.ToString(format, CultureInfo.InvariantCulture), limit.ToString(format, CultureInfo.InvariantCulture));
            if (shown.Item1 != shown.Item2 || value == limit || digits == MostDigits)
            {
                return shown;
            }
        }
    }
}
