namespace Mlops.Dsl;

/// <summary>
/// The value lies between two bounds: <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>. NaN lies in no range.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="minimum">The lower bound.</param>
/// <param name="maximum">The upper bound.</param>
/// <param name="minimumIsExclusive">Whether the lower bound itself is out of range.</param>
/// <param name="maximumIsExclusive">Whether the upper bound itself is out of range.</param>
public sealed class RangeConstraint<T>(T minimum, T maximum, bool minimumIsExclusive = false, bool maximumIsExclusive = false)
    : Constraint<T>
    where T : IComparable<T>
{
    /// <summary>The lower bound.</summary>
    public T Minimum => minimum;

    /// <summary>The upper bound.</summary>
    public T Maximum => maximum;

    /// <inheritdoc />
    public override string Description =>
        (IsLowest(minimum) && !minimumIsExclusive, IsHighest(maximum) && !maximumIsExclusive) switch
        {
            (true, false) => $"{(maximumIsExclusive ? "less than" : "at most")} {ValueText.Of(maximum)}",
            (false, true) => $"{(minimumIsExclusive ? "greater than" : "at least")} {ValueText.Of(minimum)}",
            _ => $"between {ValueText.Of(minimum)}{(minimumIsExclusive ? " (excluded)" : "")} and "
                + $"{ValueText.Of(maximum)}{(maximumIsExclusive ? " (excluded)" : "")}",
        };

    /// <inheritdoc />
    public override void Accept(IConstraintVisitor<T> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.VisitRange(minimum, maximum, minimumIsExclusive, maximumIsExclusive);
    }

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

    // Users write int.MaxValue and its like where they mean "no bound".
    private static bool IsLowest(T bound) =>
        bound
            is int.MinValue
                or long.MinValue
                or short.MinValue
                or sbyte.MinValue
                or double.NegativeInfinity
                or double.MinValue
                or float.NegativeInfinity
                or float.MinValue;

    private static bool IsHighest(T bound) =>
        bound
            is int.MaxValue
                or uint.MaxValue
                or long.MaxValue
                or ulong.MaxValue
                or short.MaxValue
                or ushort.MaxValue
                or sbyte.MaxValue
                or byte.MaxValue
                or double.PositiveInfinity
                or double.MaxValue
                or float.PositiveInfinity
                or float.MaxValue;
}
