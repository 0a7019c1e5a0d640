using System.Globalization;

namespace Mlops.Dsl;

/// <summary>The value lies between two bounds: <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>. NaN lies in no range.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class RangeConstraint<T>(T minimum, T maximum, bool minimumIsExclusive = false, bool maximumIsExclusive = false) : Constraint<T>
    where T : IComparable<T>
{
    /// <summary>The lower bound.</summary>
    public T Minimum => minimum;

    /// <summary>The upper bound.</summary>
    public T Maximum => maximum;

    /// <inheritdoc />
    public override string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"between {minimum}{(minimumIsExclusive ? " (excluded)" : "")} and {maximum}{(maximumIsExclusive ? " (excluded)" : "")}");

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value)
    {
        if (value is null)
        {
            return true;
        }

        // NaN compares as less than every number, so that it fails here unless the lower bound is NaN itself.
        var low = value.CompareTo(minimum);
        var high = value.CompareTo(maximum);
        return (minimumIsExclusive ? low > 0 : low >= 0) && (maximumIsExclusive ? high < 0 : high <= 0);
    }
}
