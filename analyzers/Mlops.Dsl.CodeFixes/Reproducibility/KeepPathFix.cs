using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Keeps the path of a file, which is the same everywhere, instead of its place on this machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeepPathFix() : CodeFix<MemberAccessExpressionSyntax>("MLP4009")
{
    private protected override IEnumerable<Replacement> Offers(MemberAccessExpressionSyntax node, Diagnostic diagnostic)
    {
        if (node.Name.Identifier.ValueText == "Location")
        {
            yield return new(
                "Keep the path of the file",
                node,
                () => node.WithName(SyntaxFactory.IdentifierName("Path").WithTriviaFrom(node.Name))
            );
        }
    }
}
