using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

internal static class FixContextExtensions
{
    /// <summary>The innermost node of a kind around a diagnostic; null if the code has changed so that there is none.</summary>
    public static async Task<T?> FindAsync<T>(this CodeFixContext context, Diagnostic diagnostic)
        where T : SyntaxNode
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();
    }

    /// <summary>Offers to replace a node.</summary>
    public static void RegisterReplacement(
        this CodeFixContext context,
        Diagnostic diagnostic,
        string title,
        SyntaxNode node,
        Func<SyntaxNode> replacement
    ) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, cancellationToken => ReplaceAsync(context.Document, node, replacement(), cancellationToken), title),
            diagnostic
        );

    private static async Task<Document> ReplaceAsync(
        Document document,
        SyntaxNode node,
        SyntaxNode replacement,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, replacement));
    }
}
