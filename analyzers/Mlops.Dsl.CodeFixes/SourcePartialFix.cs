using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a source with a location partial, and leaves its body to the generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SourcePartialFix() : CodeFix<MethodDeclarationSyntax>("MLP1051")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceSpan == node.Identifier.Span && !node.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            yield return new("Make partial, without a body", node, () => Declared(node));
        }
    }

    private static MethodDeclarationSyntax Declared(MethodDeclarationSyntax method)
    {
        var declared = method.Modifiers.Any(SyntaxKind.PartialKeyword) ? method : method.WithModifier(SyntaxKind.PartialKeyword);
        var trailing = method.GetTrailingTrivia();
        return declared
            .WithBody(null)
            .WithExpressionBody(null)
            .WithParameterList(declared.ParameterList.WithTrailingTrivia())
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(trailing));
    }
}
