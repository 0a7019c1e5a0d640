using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>What <c>[From]</c> says of a parameter.</summary>
internal sealed class InputName
{
    private readonly AttributeSyntax? _syntax;

    private InputName(string? text, AttributeSyntax? syntax)
    {
        Text = text;
        _syntax = syntax;
    }

    /// <summary>The name of the output; null where it is missing or no constant.</summary>
    public string? Text { get; }

    /// <summary>Where the name is written, for messages.</summary>
    public Location? Location => _syntax is null ? null : StageAttributes.FirstArgumentLocation(_syntax);

    /// <summary>Reads a parameter's attributes; null without <c>[From]</c>.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="type">The class whose members <c>nameof</c> names.</param>
    public static InputName? Read(MemberAttributes attributes, INamedTypeSymbol type)
    {
        if (attributes.FindNamed("From") is { Arguments: [{ NameEquals: null, NameColon: null, Expression: var argument }] } named && ConstantOf(argument, type) is { } text)
        {
            return new InputName(text, named.Syntax);
        }

        return attributes.Find("From") is { } bound ? new InputName(StageAttributes.FirstText(bound), bound.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax) : null;
    }

    /// <summary>The value of a literal, or of <c>nameof</c> of a member: what else it might be does not compile as an attribute's argument.</summary>
    private static string? ConstantOf(ExpressionSyntax expression, INamedTypeSymbol type) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.Value: string text } => text,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: [{ NameColon: null, Expression: IdentifierNameSyntax { Identifier.ValueText: var name } }] }
            when type.GetMembers(name).Length > 0 => name,
        _ => null,
    };
}
