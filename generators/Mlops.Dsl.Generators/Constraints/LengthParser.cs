using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>Reads <c>[StringLength]</c>, <c>[Length]</c>, <c>[MinLength]</c> and <c>[MaxLength]</c>.</summary>
internal static class LengthParser
{
    public static ConstraintModel? Parse(ITypeSymbol type, AttributeData attribute)
    {
        if (!HasLength(type))
        {
            return null;
        }

        var numbers = attribute.ConstructorArguments.Select(static argument => argument.Value as int? ?? -1).ToArray();
        (int Minimum, int Maximum)? limits = (attribute.AttributeClass!.Name, numbers) switch
        {
            ("StringLengthAttribute", [var maximum]) => (AttributeArguments.Named(attribute, "MinimumLength") as int? ?? 0, maximum),
            ("LengthAttribute", [var minimum, var maximum]) => (minimum, maximum),
            ("MinLengthAttribute", [var minimum]) => (minimum, int.MaxValue),
            ("MaxLengthAttribute", [-1] or []) => (0, int.MaxValue),
            ("MaxLengthAttribute", [var maximum]) => (0, maximum),
            _ => null,
        };
        if (limits is not { Minimum: >= 0, Maximum: >= 0 } known)
        {
            return null;
        }

        var properties = new List<JsonProperty>();
        if (known.Minimum > 0)
        {
            properties.Add(new JsonProperty("minimum", Literal.Json(known.Minimum)));
        }

        if (known.Maximum < int.MaxValue)
        {
            properties.Add(new JsonProperty("maximum", Literal.Json(known.Maximum)));
        }

        var maximumCode = known.Maximum == int.MaxValue ? "int.MaxValue" : Literal.Code(known.Maximum);
        return new ConstraintModel(
            $"new global::Mlops.Dsl.LengthConstraint<{TypeText.Code(type)}>({Literal.Code(known.Minimum)}, {maximumCode})",
            "length",
            properties.ToEquatableArray()
        );
    }

    private static bool HasLength(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || type.SpecialType == SpecialType.System_String
        || type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(static implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable);
}
