using System.ComponentModel.DataAnnotations;

namespace Mlops.Dsl;

/// <summary>
/// The text has one <c>@</c> with something on both sides, on one line: <see cref="EmailAddressAttribute"/>. No more can be told without
/// sending a message.
/// </summary>
public sealed class EmailAddressConstraint : Constraint<string?>
{
    private static readonly EmailAddressAttribute Attribute = new();

    /// <inheritdoc />
    public override string Description => "an email address such as name@example.org";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(string? value) => Attribute.IsValid(value);
}
