using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>One of the language's attributes whose first argument is a text, such as the name of an output.</summary>
internal sealed class TextAttribute
{
    private readonly string _class;

    private TextAttribute(string attributeClass, string? text, AttributeSyntax? syntax)
    {
        _class = attributeClass;
        Text = text;
        Syntax = syntax;
    }

    /// <summary>The text; null where it is missing or no constant.</summary>
    public string? Text { get; }

    /// <summary>Where the attribute is written.</summary>
    public AttributeSyntax? Syntax { get; }

    /// <summary>Where the text is written, for messages.</summary>
    public Location? Location => Syntax is null ? null : StageAttributes.FirstArgumentLocation(Syntax);

    /// <summary>Whether it is the attribute of that name, without <c>Attribute</c>.</summary>
    public bool Is(string name) => _class == name + "Attribute";

    /// <summary>An attribute as the compiler binds it.</summary>
    public static TextAttribute Of(AttributeData attribute) =>
        new(
            attribute.AttributeClass?.Name ?? "",
            StageAttributes.FirstText(attribute),
            attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax
        );

    /// <summary>An attribute without binding it; null where only the compiler can tell the text.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The class whose members <c>nameof</c> names.</param>
    public static TextAttribute? Of(NamedAttribute attribute, INamedTypeSymbol type) =>
        attribute.Arguments is [{ NameEquals: null, NameColon: null, Expression: var expression }, ..] arguments
        && arguments.Skip(1).All(static argument => argument.NameEquals is not null)
        && ConstantOf(expression, type) is { } text
            ? new TextAttribute(attribute.Class.Substring(attribute.Class.LastIndexOf('.') + 1), text, attribute.Syntax)
            : null;

    /// <summary>The language's attribute of a name among those of a member, or null.</summary>
    public static TextAttribute? Find(MemberAttributes attributes, string name, INamedTypeSymbol type) =>
        attributes.FindNamed(name) is { } named && Of(named, type) is { } read ? read
        : attributes.Find(name) is { } bound ? Of(bound)
        : null;

    /// <summary>
    /// The value of a literal, or of <c>nameof</c> of a member: what else it might be does not compile as an attribute's argument.
    /// </summary>
    private static string? ConstantOf(ExpressionSyntax expression, INamedTypeSymbol type) =>
        expression switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.Value: string text } => text,
            InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.Text: "nameof" },
                ArgumentList.Arguments: [{ NameColon: null, Expression: IdentifierNameSyntax { Identifier.ValueText: var name } }]
            } when type.GetMembers(name).Length > 0 => name,
            _ => null,
        };
}
