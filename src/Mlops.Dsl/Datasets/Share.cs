using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mlops.Dsl;

/// <summary>Checks shares. NaN is none.</summary>
internal static class Share
{
    /// <summary>Rejects a share outside the bounds, which belong to the range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is.</exception>
    public static void Ensure(double share, double minimum, double maximum, [CallerArgumentExpression(nameof(share))] string? name = null)
    {
        if (!(share >= minimum && share <= maximum))
        {
            throw new ArgumentOutOfRangeException(
                name,
                share,
                string.Create(CultureInfo.InvariantCulture, $"A share between {minimum} and {maximum} is expected, not {share}.")
            );
        }
    }

    /// <summary>Rejects a share that leaves nothing to one side: 0, 1, and what lies outside.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does.</exception>
    public static void EnsureInside(double share, [CallerArgumentExpression(nameof(share))] string? name = null)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(
                name,
                share,
                string.Create(CultureInfo.InvariantCulture, $"A share greater than 0 and less than 1 is expected, not {share}.")
            );
        }
    }
}
