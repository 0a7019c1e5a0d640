namespace Mlops.Dsl;

/// <summary>The value is not null: what a column promises whose type has no question mark.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class NotNullConstraint<T> : Constraint<T>
{
    /// <inheritdoc />
    public override string Description => "there";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value) => value is not null;
}
