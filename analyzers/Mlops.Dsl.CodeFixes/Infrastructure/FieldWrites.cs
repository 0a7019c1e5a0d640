using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

internal static class FieldWrites
{
    /// <summary>
    /// Whether a field declaration's variables could be readonly: whatever assigns them, or takes a reference to them, is a constructor.
    /// </summary>
    public static async Task<bool> AreConstructionOnlyAsync(
        Document document,
        FieldDeclarationSyntax field,
        CancellationToken cancellationToken
    )
    {
        if (field.Modifiers.Any(m => m.Kind() is SyntaxKind.VolatileKeyword or SyntaxKind.ConstKeyword))
        {
            return false;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (var variable in field.Declaration.Variables)
        {
            if (
                !await AreConstructionOnlyAsync(document, model!.GetDeclaredSymbol(variable, cancellationToken)!, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a property could be init-only: whatever assigns it is a constructor or an object initializer.</summary>
    public static async Task<bool> AreConstructionOnlyAsync(
        Document document,
        PropertyDeclarationSyntax property,
        CancellationToken cancellationToken
    )
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return await AreConstructionOnlyAsync(document, model!.GetDeclaredSymbol(property, cancellationToken)!, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<bool> AreConstructionOnlyAsync(Document document, ISymbol member, CancellationToken cancellationToken)
    {
        foreach (
            var use in (
                await SymbolFinder.FindReferencesAsync(member, document.Project.Solution, cancellationToken).ConfigureAwait(false)
            ).SelectMany(r => r.Locations)
        )
        {
            var root = await use.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var name = root!.FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true);
            if (IsWrite(Whole(name)) && name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null && !IsInitialized(name, member))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInitialized(SyntaxNode name, ISymbol member) =>
        member is IPropertySymbol && name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };

    private static SyntaxNode Whole(SyntaxNode name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private static bool IsWrite(SyntaxNode use) =>
        use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind()
                is SyntaxKind.PreIncrementExpression
                    or SyntaxKind.PreDecrementExpression
                    or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind()
                is SyntaxKind.PostIncrementExpression
                    or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,

            // Calls and member writes on a struct field change the field itself.
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax outer } access => outer.Left == access,
            _ => false,
        };
}
