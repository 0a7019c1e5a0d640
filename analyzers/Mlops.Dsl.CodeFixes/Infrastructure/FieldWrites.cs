using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

internal static class FieldWrites
{
    /// <summary>Whether a field declaration's variables could be readonly: whatever assigns them, or takes a reference to them, is a constructor.</summary>
    public static async Task<bool> AreConstructionOnlyAsync(Document document, FieldDeclarationSyntax field, CancellationToken cancellationToken)
    {
        if (field.Modifiers.Any(m => m.Kind() is SyntaxKind.VolatileKeyword or SyntaxKind.ConstKeyword))
        {
            return false;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (var variable in field.Declaration.Variables)
        {
            var symbol = model!.GetDeclaredSymbol(variable, cancellationToken)!;
            foreach (var use in (await SymbolFinder.FindReferencesAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false)).SelectMany(r => r.Locations))
            {
                var root = await use.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                var name = root!.FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true);
                if (IsWrite(Whole(name)) && name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static SyntaxNode Whole(SyntaxNode name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private static bool IsWrite(SyntaxNode use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,

        // Calls and member writes on a struct field change the field itself.
        MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax outer } access => outer.Left == access,
        _ => false,
    };
}
