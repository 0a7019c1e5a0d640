using System.Collections;
using System.Globalization;

namespace Mlops.Dsl;

/// <summary>
/// A string has so many characters (UTF-16 units), or a collection so many items:
/// <see cref="System.ComponentModel.DataAnnotations.StringLengthAttribute"/>,
/// <see cref="System.ComponentModel.DataAnnotations.LengthAttribute"/>,
/// <see cref="System.ComponentModel.DataAnnotations.MinLengthAttribute"/> and
/// <see cref="System.ComponentModel.DataAnnotations.MaxLengthAttribute"/>.
/// </summary>
/// <typeparam name="T">The value's type: a string or a collection.</typeparam>
/// <param name="minimum">The least length.</param>
/// <param name="maximum">The greatest length; <see cref="int.MaxValue"/> for none.</param>
public sealed class LengthConstraint<T>(int minimum, int maximum) : Constraint<T>
{
    /// <summary>The least length.</summary>
    public int Minimum => minimum;

    /// <summary>The greatest length.</summary>
    public int Maximum => maximum;

    /// <inheritdoc />
    public override string Description =>
        (minimum, maximum) switch
        {
            (_, int.MaxValue) => $"at least {Count(minimum)}",
            (<= 0, _) => $"at most {Count(maximum)}",
            _ when minimum == maximum => Count(minimum),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {Count(maximum)}"),
        };

    /// <inheritdoc />
    public override void Accept(IConstraintVisitor<T> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.VisitLength(minimum, maximum);
    }

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value)
    {
        var length = value switch
        {
            null => minimum,
            string text => text.Length,
            ICollection items => items.Count,
            IEnumerable items => items.Cast<object?>().Count(),
            _ => throw new NotSupportedException($"A value of type '{typeof(T)}' has no length; take the length constraint away."),
        };
        return length >= minimum && length <= maximum;
    }

    private static string Count(int length) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{length} {(typeof(T) == typeof(string) ? "character" : "item")}{(length == 1 ? "" : "s")} long"
        );
}
