using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Constraints;

/// <summary>
/// Reads the constraints of a parameter without binding its attributes, where those are the usual ones: required, or a range of numbers.
/// </summary>
internal static class NamedConstraintParser
{
    private const string Annotations = "System.ComponentModel.DataAnnotations.";

    /// <summary>The constraints; null where an attribute has to be bound to tell.</summary>
    public static IReadOnlyList<ConstraintModel>? Parse(ITypeSymbol type, MemberAttributes attributes)
    {
        if (attributes.Named is not { } named)
        {
            return null;
        }

        var constraints = new List<ConstraintModel>();
        foreach (var attribute in named.Where(static attribute => !attribute.Is("Parameter")))
        {
            switch (attribute)
            {
                case { Class: Annotations + "RequiredAttribute", Arguments.Count: 0 }:
                    constraints.Add(ConstraintParser.Required(type, allowsEmpty: false));
                    break;
                case { Class: Annotations + "RangeAttribute", Arguments: [var minimum, var maximum] }
                    when Number(minimum) is { } low && Number(maximum) is { } high:
                    if (RangeParser.Parse(type, low, high) is { } range)
                    {
                        constraints.Add(range);
                    }

                    break;
                default:
                    return null;
            }
        }

        return constraints;
    }

    /// <summary>A literal that is an int or a double, perhaps with a minus; otherwise null.</summary>
    private static object? Number(AttributeArgumentSyntax argument) =>
        argument is not { NameEquals: null, NameColon: null }
            ? null
            : argument.Expression switch
            {
                LiteralExpressionSyntax { Token.Value: int or double } literal => literal.Token.Value,
                PrefixUnaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.UnaryMinusExpression,
                    Operand: LiteralExpressionSyntax { Token.Value: int number }
                } => -number,
                PrefixUnaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.UnaryMinusExpression,
                    Operand: LiteralExpressionSyntax { Token.Value: double number }
                } => -number,
                _ => null,
            };
}
