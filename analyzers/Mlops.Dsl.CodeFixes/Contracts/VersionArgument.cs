using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Contracts;

/// <summary>Sets <c>Version</c> in a <c>[Pipeline]</c>.</summary>
internal static class VersionArgument
{
    private const string Name = "Version";

    /// <summary>Whether the version is written there, or nowhere: that of a constant is for the user to set.</summary>
    public static bool CanSet(AttributeSyntax attribute) => Find(attribute)?.Expression is null or LiteralExpressionSyntax;

    /// <summary>The attribute with another version.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string version)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(version));
        if (Find(attribute) is { } argument)
        {
            return attribute.ReplaceNode(argument.Expression, literal.WithTriviaFrom(argument.Expression));
        }

        var added = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(Name), null, literal).NormalizeWhitespace();
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments =
            list.Arguments.Count == 0
                ? SyntaxFactory.SingletonSeparatedList(added)
                : SyntaxFactory.SeparatedList([.. list.Arguments, added], [.. list.Arguments.GetSeparators(), comma]);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    private static AttributeArgumentSyntax? Find(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == Name);
}
