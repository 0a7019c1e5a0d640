using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Turns a condition round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WhenInsteadOfUnlessFix() : CodeFix<AttributeSyntax>("MLP6004")
{
    private protected override IEnumerable<Replacement> Offers(AttributeSyntax node, Diagnostic diagnostic)
    {
        if (node.IsNamed("Unless"))
        {
            yield return new("Change to [When]", node.Name, () => SyntaxFactory.IdentifierName("When").WithTriviaFrom(node.Name));
        }
    }
}
