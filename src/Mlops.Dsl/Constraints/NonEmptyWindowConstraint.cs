namespace Mlops.Dsl;

/// <summary>
/// The window has a length: what a <see cref="WindowAttribute">[Window]</see> needs, and what a property that nobody set has not.
/// </summary>
public sealed class NonEmptyWindowConstraint : Constraint<TimeWindow>
{
    /// <inheritdoc />
    public override string Description => "a window that ends after it starts (--from and --to give one)";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(TimeWindow value) => value.Length > TimeSpan.Zero;
}
