using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>Reads <c>[Range]</c>: numbers, or texts of a type that parses itself.</summary>
internal static class RangeParser
{
    private static readonly string[] Sides = ["minimum", "maximum"];
    private static readonly HashSet<string> ParsedTypes =
    [
        "TimeSpan",
        "DateTime",
        "DateTimeOffset",
        "DateOnly",
        "TimeOnly",
        "SByte",
        "Byte",
        "Int16",
        "UInt16",
        "Int32",
        "UInt32",
        "Int64",
        "UInt64",
        "Int128",
        "UInt128",
        "Half",
        "Single",
        "Double",
        "Decimal",
    ];

    public static ConstraintModel? Parse(ITypeSymbol type, AttributeData attribute)
    {
        var exclusive = Sides.Where(side =>
            AttributeArguments.Named(attribute, side == "minimum" ? "MinimumIsExclusive" : "MaximumIsExclusive") is true
        );
        return Create(type, Bounds(ValueType(type), attribute), exclusive);
    }

    /// <summary>Reads an attribute that has nothing but bounds, ints or doubles.</summary>
    public static ConstraintModel? Parse(ITypeSymbol type, object minimum, object maximum) =>
        Create(type, Bounds(ValueType(type), minimum, maximum), exclusive: []);

    private static ConstraintModel? Create(
        ITypeSymbol type,
        (string Minimum, string Maximum, string MinimumJson, string MaximumJson)? found,
        IEnumerable<string> exclusive
    )
    {
        if (found is not { } bounds)
        {
            return null;
        }

        var value = ValueType(type);
        var properties = new List<JsonProperty> { new("minimum", bounds.MinimumJson), new("maximum", bounds.MaximumJson) };
        var arguments = $"{bounds.Minimum}, {bounds.Maximum}";
        foreach (var side in exclusive)
        {
            arguments += $", {side}IsExclusive: true";
            properties.Add(new JsonProperty($"{side}IsExclusive", "true"));
        }

        var code = TypeText.Code(value);
        var constraint = $"new global::Mlops.Dsl.RangeConstraint<{code}>({arguments})";
        return new ConstraintModel(
            SymbolEqualityComparer.Default.Equals(value, type)
                ? constraint
                : $"new global::Mlops.Dsl.NullableConstraint<{code}>({constraint})",
            "range",
            properties.ToEquatableArray()
        );
    }

    /// <summary>The type of the values that are there: without the question mark.</summary>
    public static ITypeSymbol ValueType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static (string Minimum, string Maximum, string MinimumJson, string MaximumJson)? Bounds(
        ITypeSymbol type,
        AttributeData attribute
    ) =>
        attribute.ConstructorArguments switch
        {
            [{ Value: int or double } low, { Value: int or double } high] => Bounds(type, low.Value!, high.Value!),
            [{ Value: ITypeSymbol bound }, { Value: string low }, { Value: string high }]
                when SymbolEqualityComparer.Default.Equals(bound, type) && ParsedTypes.Contains(type.Name) => (
                Parsed(type, low),
                Parsed(type, high),
                JsonText.Quote(low),
                JsonText.Quote(high)
            ),
            _ => null,
        };

    private static (string Minimum, string Maximum, string MinimumJson, string MaximumJson)? Bounds(
        ITypeSymbol type,
        object low,
        object high
    ) =>
        NumberBounds.Convert(low, type.SpecialType, isMinimum: true) is { } minimum
        && NumberBounds.Convert(high, type.SpecialType, isMinimum: false) is { } maximum
            ? (Cast(minimum), Cast(maximum), Literal.Json(minimum), Literal.Json(maximum))
            : null;

    private static string Cast(object number) =>
        number is byte or sbyte or short or ushort ? $"({Keyword(number)}){Literal.Code(number)}" : Literal.Code(number);

    private static string Keyword(object number) =>
        number switch
        {
            byte => "byte",
            sbyte => "sbyte",
            short => "short",
            _ => "ushort",
        };

    private static string Parsed(ITypeSymbol type, string text) =>
        $"{TypeText.Code(type)}.Parse({Literal.Text(text)}, global::System.Globalization.CultureInfo.InvariantCulture)";
}
