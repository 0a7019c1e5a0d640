namespace Mlops.Dsl;

/// <summary>
/// The value is not null, and if it is a string, not empty or white space:
/// <see cref="System.ComponentModel.DataAnnotations.RequiredAttribute"/>.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class RequiredConstraint<T>(bool allowEmptyStrings = false) : Constraint<T>
{
    /// <inheritdoc />
    public override string Description => "given";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value) =>
        value is string text ? allowEmptyStrings || !string.IsNullOrWhiteSpace(text) : value is not null;
}
