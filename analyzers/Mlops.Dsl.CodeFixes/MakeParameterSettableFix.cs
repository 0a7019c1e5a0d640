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
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        PropertyDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            !node.Modifiers.Any(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
            && node.AccessorList
                is (null or { Accessors: [{ Body: null, ExpressionBody: null, RawKind: (int)SyntaxKind.GetAccessorDeclaration }] })
            && !(node.ExpressionBody is { } body && UsesInstance(body.Expression, model, cancellationToken))
            ? [new("Write { get; init; }", node, () => Settable(node))]
            : [];
    }

    /// <summary>Whether an expression reads other members of the object, which a default can't.</summary>
    private static bool UsesInstance(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value
            .DescendantNodesAndSelf()
            .Any(part =>
                part is ThisExpressionSyntax
                || (
                    part is SimpleNameSyntax { Parent: not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax) } name
                    && IsOfInstance(model.GetSymbolInfo(name, cancellationToken).Symbol)
                )
                || (
                    part is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } first
                    && access.Expression == first
                    && IsOfInstance(model.GetSymbolInfo(first, cancellationToken).Symbol)
                )
            );

    private static bool IsOfInstance(ISymbol? symbol) =>
        symbol
            is IPropertySymbol { IsStatic: false }
                or IFieldSymbol { IsStatic: false }
                or IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary }
                or IEventSymbol { IsStatic: false };

    private static PropertyDeclarationSyntax Settable(PropertyDeclarationSyntax property)
    {
        var accessors = SyntaxFactory
            .ParseSyntaxTree("class C { int P { get; init; } }")
            .GetRoot()
            .DescendantNodes()
            .OfType<AccessorListSyntax>()
            .First();
        if (property.ExpressionBody is not { } body)
        {
            return property.WithAccessorList(accessors.WithTriviaFrom(property.AccessorList!));
        }

        // The expression that the property computed becomes its default.
        var value = SyntaxFactory.EqualsValueClause(
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            body.Expression
        );
        return property.WithExpressionBody(null).WithAccessorList(accessors.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(value);
    }
}
