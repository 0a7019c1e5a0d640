using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a pipeline class, and the types around it, visible to the assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeInternalFix() : CodeFix<TypeDeclarationSyntax>("MLP1002")
{
    private protected override IEnumerable<Replacement> Offers(TypeDeclarationSyntax node, Diagnostic diagnostic)
    {
        var hidden = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(IsHidden).ToList();
        if (hidden.Count > 0)
        {
            yield return new(
                "Make internal",
                hidden[hidden.Count - 1],
                () => hidden[hidden.Count - 1].ReplaceNodes(hidden, (_, type) => Internal(type))
            );
        }
    }

    private static bool IsHidden(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PrivateKeyword)
        || (type.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword))
        || (type.Parent is ClassDeclarationSyntax or RecordDeclarationSyntax or StructDeclarationSyntax && !type.Modifiers.Any(IsAccess));

    private static TypeDeclarationSyntax Internal(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.FirstOrDefault(IsAccess) is not { RawKind: not 0 } access)
        {
            return type.WithModifier(SyntaxKind.InternalKeyword);
        }

        var others = type.Modifiers.Where(m => m == access || !IsAccess(m));
        return (TypeDeclarationSyntax)
            type.WithModifiers([
                .. others.Select(m => m == access ? SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(m) : m),
            ]);
    }

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.Kind()
            is SyntaxKind.PublicKeyword
                or SyntaxKind.InternalKeyword
                or SyntaxKind.ProtectedKeyword
                or SyntaxKind.PrivateKeyword;
}
