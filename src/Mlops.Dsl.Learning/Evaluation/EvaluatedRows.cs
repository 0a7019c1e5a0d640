using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Refuses what can't be evaluated.</summary>
internal static class EvaluatedRows
{
    /// <summary>As many predictions as labels are there, and at least one.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void EnsureSameCount(int labels, int predictions, string what)
    {
        if (labels != predictions)
        {
            throw new ArgumentException($"There are {labels} labels and {predictions} {what}: one for each row is expected.");
        }

        if (labels == 0)
        {
            throw new ArgumentException("There are no rows to evaluate.");
        }
    }

    /// <summary>All numbers are finite.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    public static void EnsureFinite(ReadOnlySpan<double> values, string what)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The {what} of row {i} is {values[i]}: a finite number is expected.")
                );
            }
        }
    }
}
