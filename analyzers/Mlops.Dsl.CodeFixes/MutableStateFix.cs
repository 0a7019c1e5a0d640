using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes a field that nothing assigns later read-only, and a property init-only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableStateFix() : CodeFix<MemberDeclarationSyntax>("MLP1007")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        MemberDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    ) =>
        node switch
        {
            FieldDeclarationSyntax field
                when await FieldWrites.AreConstructionOnlyAsync(document, field, cancellationToken).ConfigureAwait(false) =>
            [
                new("Make readonly", field, () => field.WithModifier(SyntaxKind.ReadOnlyKeyword)),
            ],
            PropertyDeclarationSyntax property
                when !property.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && Setter(property) is { } setter
                    && await FieldWrites.AreConstructionOnlyAsync(document, property, cancellationToken).ConfigureAwait(false) =>
            [
                new("Make init-only", setter, () => AsInit(setter)),
            ],
            _ => [],
        };

    private static AccessorDeclarationSyntax? Setter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.SetAccessorDeclaration));

    private static AccessorDeclarationSyntax AsInit(AccessorDeclarationSyntax setter) =>
        SyntaxFactory.AccessorDeclaration(
            SyntaxKind.InitAccessorDeclaration,
            setter.AttributeLists,
            setter.Modifiers,
            SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
            setter.Body,
            setter.ExpressionBody,
            setter.SemicolonToken
        );
}
