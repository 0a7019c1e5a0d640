using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>Finds validation attributes of one member that each could be satisfied, but not together.</summary>
internal static class ConstraintPairs
{
    /// <summary>The attributes that contradict each other, the one to report first, and how.</summary>
    /// <param name="attributes">The validation attributes of a member, by their short names.</param>
    /// <param name="type">The member's type.</param>
    public static IEnumerable<(AttributeData Attribute, string First, string Second, string How)> Find(
        IReadOnlyList<(string Name, AttributeData Attribute)> attributes,
        ITypeSymbol type
    ) => Lengths(attributes, type).Concat(Lists(attributes));

    private static IEnumerable<(AttributeData Attribute, string First, string Second, string How)> Lengths(
        IReadOnlyList<(string Name, AttributeData Attribute)> attributes,
        ITypeSymbol type
    )
    {
        var spans = attributes
            .Select(a => (a.Name, a.Attribute, Span: LengthSpan.Of(a.Name, a.Attribute, type)))
            .Where(static a => a.Span is not null)
            .ToList();
        for (var i = 1; i < spans.Count; i++)
        {
            var (name, attribute, span) = spans[i];
            foreach (var (otherName, _, other) in spans.Take(i))
            {
                var (longer, shorter) =
                    span!.Value.Shortest > other!.Value.Shortest
                        ? ((name, span.Value), (otherName, other.Value))
                        : ((otherName, other.Value), (name, span.Value));
                if (longer.Item2.Shortest > shorter.Item2.Longest)
                {
                    var unit = type.SpecialType == SpecialType.System_String ? "characters" : "elements";
                    yield return (
                        attribute,
                        otherName,
                        name,
                        $"[{longer.Item1}] asks for {longer.Item2.Shortest} {unit} or more, and [{shorter.Item1}] for "
                            + $"{shorter.Item2.Longest} or fewer"
                    );
                }
            }
        }
    }

    private static IEnumerable<(AttributeData Attribute, string First, string Second, string How)> Lists(
        IReadOnlyList<(string Name, AttributeData Attribute)> attributes
    )
    {
        if (
            attributes.FirstOrDefault(static a => a.Name == "AllowedValues").Attribute
            is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } allowed }] }
        )
        {
            yield break;
        }

        foreach (var (name, attribute) in attributes)
        {
            if (
                name == "DeniedValues"
                && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false, Values: var denied }]
            )
            {
                if (
                    allowed.FirstOrDefault(value => denied.Any(other => Equals(other.Value, value.Value))) is
                    { Kind: not TypedConstantKind.Error } both
                )
                {
                    yield return (attribute, "AllowedValues", name, $"{both.ToCSharpString()} is allowed and denied");
                }
            }
            else if (
                name != "AllowedValues"
                && ValueConstraint.Create(name, attribute) is { Contradiction: null } constraint
                && allowed.All(value => value.Value is { } constant && constraint.Explain(constant) is not null)
            )
            {
                yield return (
                    attribute,
                    "AllowedValues",
                    name,
                    $"{allowed[0].ToCSharpString()} {constraint.Explain(allowed[0].Value!)}"
                        + (allowed.Length > 1 ? ", and no other allowed value does better" : "")
                );
            }
        }
    }
}
