using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Gives a parameter a getter and an init accessor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeParameterSettableFix() : CodeFix<PropertyDeclarationSyntax>("MLP1061")
{
    private protected override IEnumerable<Replacement> Offers(PropertyDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (!node.Modifiers.Any(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
            && node.AccessorList is (null or { Accessors: [{ Body: null, ExpressionBody: null, RawKind: (int)SyntaxKind.GetAccessorDeclaration }] }))
        {
            yield return new("Write { get; init; }", node, () => Settable(node));
        }
    }

    private static PropertyDeclarationSyntax Settable(PropertyDeclarationSyntax property)
    {
        var accessors = SyntaxFactory.ParseSyntaxTree("class C { int P { get; init; } }").GetRoot().DescendantNodes().OfType<AccessorListSyntax>().First();
        if (property.ExpressionBody is not { } body)
        {
            return property.WithAccessorList(accessors.WithTriviaFrom(property.AccessorList!));
        }

        // The expression that the property computed becomes its default.
        var value = SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), body.Expression);
        return property.WithExpressionBody(null).WithAccessorList(accessors.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(value);
    }
}
