using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>
/// Turns validation attributes into constraints. An attribute that says nothing about values of the type is left out: a rule of its own
/// tells the user.
/// </summary>
internal static class ConstraintParser
{
    private const string Prefix = "global::Mlops.Dsl.";

    /// <summary>The constraints of a parameter or a column.</summary>
    /// <param name="type">The type of its values.</param>
    /// <param name="attributes">Its attributes.</param>
    public static IEnumerable<ConstraintModel> Parse(ITypeSymbol type, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (IsValidation(attribute.AttributeClass) && Parse(type, attribute) is { } constraint)
            {
                yield return constraint;
            }
        }
    }

    private static ConstraintModel? Parse(ITypeSymbol type, AttributeData attribute)
    {
        if (!IsAnnotation(attribute.AttributeClass!))
        {
            return Other(type, attribute);
        }

        var isText = type.SpecialType == SpecialType.System_String;
        return attribute.AttributeClass!.Name switch
        {
            "RequiredAttribute" => Required(type, AttributeArguments.Named(attribute, "AllowEmptyStrings") is true),
            "RangeAttribute" => RangeParser.Parse(type, attribute),
            "StringLengthAttribute" when isText => LengthParser.Parse(type, attribute),
            "LengthAttribute" or "MinLengthAttribute" or "MaxLengthAttribute" => LengthParser.Parse(type, attribute),
            "RegularExpressionAttribute" when isText => RegularExpression(attribute),
            "AllowedValuesAttribute" => ValueListParser.Parse(type, attribute, "AllowedValues", "allowed"),
            "DeniedValuesAttribute" => ValueListParser.Parse(type, attribute, "DeniedValues", "denied"),
            "EmailAddressAttribute" when isText => new ConstraintModel($"new {Prefix}EmailAddressConstraint()", "email", default),
            "UrlAttribute" when isText => new ConstraintModel($"new {Prefix}UrlConstraint()", "url", default),
            "StringLengthAttribute" or "RegularExpressionAttribute" or "EmailAddressAttribute" or "UrlAttribute" or "CompareAttribute" =>
                null,
            _ => Other(type, attribute),
        };
    }

    /// <summary>What <c>[Required]</c> says.</summary>
    public static ConstraintModel Required(ITypeSymbol type, bool allowsEmpty) =>
        new(
            $"new {Prefix}RequiredConstraint<{TypeText.Code(type)}>({(allowsEmpty ? "allowEmptyStrings: true" : "")})",
            "required",
            default
        );

    private static ConstraintModel? RegularExpression(AttributeData attribute)
    {
        if (StageAttributes.FirstText(attribute) is not { } pattern || !IsPattern(pattern))
        {
            return null;
        }

        var timeout = AttributeArguments.Named(attribute, "MatchTimeoutInMilliseconds") is int limit and (> 0 or -1)
            ? $", {Literal.Code(limit)}"
            : "";
        var properties = new[] { new JsonProperty("pattern", JsonText.Quote(pattern)) };
        return new ConstraintModel(
            $"new {Prefix}RegularExpressionConstraint({Literal.Text(pattern)}{timeout})",
            "pattern",
            properties.ToEquatableArray()
        );
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>An attribute of the user's, or one that has no constraint of its own, is made again as it was written.</summary>
    private static ConstraintModel? Other(ITypeSymbol type, AttributeData attribute)
    {
        var attributeClass = attribute.AttributeClass!;
        if (attribute.AttributeConstructor is null || TypeAccess.Of(attributeClass) == Accessibility.Private)
        {
            return null;
        }

        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Literal.Code));
        var assignments = attribute.NamedArguments.Select(static argument =>
            $"{TypeText.Identifier(argument.Key)} = {Literal.Code(argument.Value)}"
        );
        var named = attribute.NamedArguments.Length == 0 ? "" : $" {{ {string.Join(", ", assignments)} }}";
        var name = attributeClass.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? attributeClass.Name.Substring(0, attributeClass.Name.Length - "Attribute".Length)
            : attributeClass.Name;
        return new ConstraintModel(
            $"new {Prefix}AttributeConstraint<{TypeText.Code(type)}>(new {TypeText.Code(attributeClass)}({arguments}){named})",
            "attribute",
            new[] { new JsonProperty("name", JsonText.Quote(name)) }.ToEquatableArray()
        );
    }

    private static bool IsValidation(INamedTypeSymbol? type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.Name == "ValidationAttribute" && IsAnnotation(declaring))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnnotation(INamedTypeSymbol type) =>
        type.ContainingNamespace
            is {
                Name: "DataAnnotations",
                ContainingNamespace:
                { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
            };
}
