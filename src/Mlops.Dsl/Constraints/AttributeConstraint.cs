using System.ComponentModel.DataAnnotations;

namespace Mlops.Dsl;

/// <summary>Asks a validation attribute that has no constraint of its own here, a user's own among them.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="attribute">The attribute, with its arguments.</param>
public sealed class AttributeConstraint<T>(ValidationAttribute attribute) : Constraint<T>
{
    /// <inheritdoc />
    public override string Description => $"valid for [{Name}]";

    private string Name =>
        attribute.GetType().Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value) => attribute.IsValid(value);
}
