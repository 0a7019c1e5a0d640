using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>What a validation attribute says of a value, as far as a compiler can tell.</summary>
/// <param name="Contradiction">Why no value satisfies it; null if some can.</param>
/// <param name="Explain">What is wrong with a constant, in words; null if nothing is, or it can't be told.</param>
internal sealed record ValueConstraint(string? Contradiction, Func<object, string?> Explain)
{
    /// <summary>Reads an attribute; null if it is none that a compiler can check.</summary>
    public static ValueConstraint? Create(string name, AttributeData attribute) =>
        (name, attribute.ConstructorArguments) switch
        {
            ("Range", [{ Value: IConvertible minimum }, { Value: IConvertible maximum }]) => Range(
                Number(minimum),
                Number(maximum),
                attribute
            ),
            ("Range", [{ Value: ITypeSymbol type }, { Value: string minimum }, { Value: string maximum }])
                when RangeText.Parse(type, minimum) is { } low && RangeText.Parse(type, maximum) is { } high => TextRange(
                type,
                low,
                high,
                attribute
            ),
            ("StringLength", [{ Value: int maximum }]) => Length(attribute.Argument("MinimumLength") as int? ?? 0, maximum),
            ("Length", [{ Value: int minimum }, { Value: int maximum }]) => Length(minimum, maximum),
            ("MinLength", [{ Value: int minimum }]) => Length(minimum, int.MaxValue),
            ("MaxLength", [{ Value: int maximum }]) => Length(0, maximum == -1 ? int.MaxValue : maximum),
            ("RegularExpression", [{ Value: string pattern }]) => new(
                null,
                value =>
                    value is string text && text.Length > 0 && RegularExpressions.MatchesWhole(pattern, text) == false
                        ? $"does not match '{pattern}'"
                        : null
            ),
            ("AllowedValues", [{ Kind: TypedConstantKind.Array, Values: var values }]) => new(
                null,
                value =>
                    values.Any(v => Equals(v.Value, value))
                        ? null
                        : $"is not one of {string.Join(", ", values.Select(v => v.Value ?? "null"))}"
            ),
            ("DeniedValues", [{ Kind: TypedConstantKind.Array, Values: var values }]) => new(
                null,
                value => values.Any(v => Equals(v.Value, value)) ? "is a denied value" : null
            ),
            _ => null,
        };

    private static ValueConstraint Range(double minimum, double maximum, AttributeData attribute)
    {
        var excludesMinimum = attribute.Argument("MinimumIsExclusive") is true;
        var excludesMaximum = attribute.Argument("MaximumIsExclusive") is true;
        var isEmpty = !(minimum <= maximum) || (minimum == maximum && (excludesMinimum || excludesMaximum));
        var contradiction = isEmpty ? FormattableString.Invariant($"nothing lies between {minimum} and {maximum}") : null;
        return new(
            contradiction,
            value =>
                value is not (IConvertible and not string and not bool and not char)
                || (
                    (excludesMinimum ? Number(value) > minimum : Number(value) >= minimum)
                    && (excludesMaximum ? Number(value) < maximum : Number(value) <= maximum)
                )
                    ? null
                    : FormattableString.Invariant($"is not between {minimum} and {maximum}")
        );
    }

    private static ValueConstraint TextRange(ITypeSymbol type, IComparable low, IComparable high, AttributeData attribute) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            ? Range(Number(low), Number(high), attribute)
            : new(
                IsEmpty(low.CompareTo(high), attribute)
                    ? FormattableString.Invariant(
                        $"nothing lies between {attribute.ConstructorArguments[1].Value} and {attribute.ConstructorArguments[2].Value}"
                    )
                    : null,
                static _ => null
            );

    private static bool IsEmpty(int order, AttributeData attribute) =>
        order > 0 || (order == 0 && (attribute.Argument("MinimumIsExclusive") is true || attribute.Argument("MaximumIsExclusive") is true));

    private static ValueConstraint Length(int minimum, int maximum) =>
        new(
            maximum < 0 ? $"the maximum length {maximum} is negative"
                : minimum > maximum ? $"the minimum length {minimum} is more than the maximum {maximum}"
                : null,
            value =>
                value is not string text || (text.Length >= minimum && text.Length <= maximum)
                    ? null
                    : $"has {text.Length} characters, not {minimum} to {maximum}"
        );

    private static double Number(object value) =>
        value is BigInteger whole ? (double)whole : ((IConvertible)value).ToDouble(CultureInfo.InvariantCulture);
}
