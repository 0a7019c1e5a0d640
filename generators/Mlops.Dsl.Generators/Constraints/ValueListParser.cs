using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>Reads <c>[AllowedValues]</c> and <c>[DeniedValues]</c>.</summary>
internal static class ValueListParser
{
    /// <param name="type">The type of the values.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="constraint">The constraint's name, without <c>Constraint</c>.</param>
    /// <param name="kind">Its kind in the manifest.</param>
    public static ConstraintModel? Parse(ITypeSymbol type, AttributeData attribute, string constraint, string kind)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } list])
        {
            return null;
        }

        var value = RangeParser.ValueType(type);
        if (list.Values.Any(item => !Fits(item, type, value)))
        {
            return null;
        }

        var code = TypeText.Code(type);
        var items = string.Join(", ", list.Values.Select(item => item.IsNull ? "null" : $"({TypeText.Code(value)})({Literal.Code(item)})"));
        var json = $"[{string.Join(", ", list.Values.Select(static item => Json(item)))}]";
        return new ConstraintModel(
            $"new global::Mlops.Dsl.{constraint}Constraint<{code}>([{items}])",
            kind,
            new[] { new JsonProperty("values", json) }.ToEquatableArray()
        );
    }

    private static bool Fits(TypedConstant item, ITypeSymbol type, ITypeSymbol value)
    {
        if (item.IsNull)
        {
            return !type.IsValueType || !SymbolEqualityComparer.Default.Equals(type, value);
        }

        // The attribute compares boxed values with Equals: an item of another type equals none.
        return SymbolEqualityComparer.Default.Equals(item.Type, value);
    }

    private static string Json(TypedConstant item) =>
        item.Kind == TypedConstantKind.Enum && EnumText.NameOf(item.Type!, item.Value) is { } name
            ? JsonText.Quote(name)
            : Literal.Json(item.Value);
}
