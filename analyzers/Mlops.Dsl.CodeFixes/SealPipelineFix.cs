using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Seals a pipeline class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SealPipelineFix() : CodeFix<ClassDeclarationSyntax>("MLP1009")
{
    private protected override IEnumerable<Replacement> Offers(ClassDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (
            !node.Modifiers.Any(m => m.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword)
            && !node.Members.Any(m => m.Modifiers.Any(SyntaxKind.VirtualKeyword))
        )
        {
            yield return new("Seal the class", node, () => node.WithModifier(SyntaxKind.SealedKeyword));
        }
    }
}
