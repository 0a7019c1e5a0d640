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
    public override bool IsSatisfiedBy(T? value) => value is not { } known || inner.IsSatisfiedBy(known);
}
