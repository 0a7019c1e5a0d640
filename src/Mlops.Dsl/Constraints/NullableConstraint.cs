namespace Mlops.Dsl;

/// <summary>Applies a constraint to a value that may be missing: a missing one satisfies it.</summary>
/// <typeparam name="T">The value's type without the question mark.</typeparam>
/// <param name="inner">The constraint of the values that are there.</param>
public sealed class NullableConstraint<T>(Constraint<T> inner) : Constraint<T?>
    where T : struct
{
    /// <inheritdoc />
    public override string Description => inner.Description;

    /// <inheritdoc />
    public override void Accept(IConstraintVisitor<T?> visitor) => inner.Accept(new Adapter(visitor));

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T? value) => value is not { } known || inner.IsSatisfiedBy(known);

    private sealed class Adapter(IConstraintVisitor<T?> visitor) : IConstraintVisitor<T>
    {
        public void VisitRange(T minimum, T maximum, bool minimumIsExclusive, bool maximumIsExclusive) =>
            visitor.VisitRange(minimum, maximum, minimumIsExclusive, maximumIsExclusive);

        public void VisitLength(int minimum, int maximum) => visitor.VisitLength(minimum, maximum);

        public void VisitPattern(string pattern) => visitor.VisitPattern(pattern);

        public void VisitAllowedValues(IEnumerable<T> values) => visitor.VisitAllowedValues(values.Select(static value => (T?)value));
    }
}
