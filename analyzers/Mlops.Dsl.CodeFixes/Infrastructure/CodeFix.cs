using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>A code fix that replaces syntax. A derived fix names the rules that it mends, and says what it offers for a node.</summary>
/// <typeparam name="TNode">The kind of node that a fix starts from: the innermost one around the diagnostic.</typeparam>
/// <param name="ids">The rules whose diagnostics the fix mends.</param>
public abstract class CodeFix<TNode>(params string[] ids) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<TNode>(diagnostic).ConfigureAwait(false) is { } node)
            {
                foreach (
                    var offer in await OffersAsync(node, diagnostic, context.Document, context.CancellationToken).ConfigureAwait(false)
                )
                {
                    context.RegisterReplacement(diagnostic, offer.Title, offer.Node, offer.By);
                }

                foreach (var edit in await EditsAsync(node, diagnostic, context.Document, context.CancellationToken).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(CodeAction.Create(edit.Title, edit.ApplyAsync, edit.Title), diagnostic);
                }
            }
        }
    }

    /// <summary>
    /// What can be offered from the syntax alone; nothing where the code does not have the shape that the fix knows how to mend.
    /// </summary>
    private protected virtual IEnumerable<Replacement> Offers(TNode node, Diagnostic diagnostic) => [];

    /// <summary>What can be offered; overridden instead of <see cref="Offers" /> by a fix that needs symbols.</summary>
    private protected virtual Task<IEnumerable<Replacement>> OffersAsync(
        TNode node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    ) => Task.FromResult(Offers(node, diagnostic));

    /// <summary>What can be offered that changes several places, or several files.</summary>
    private protected virtual Task<IEnumerable<Edit>> EditsAsync(
        TNode node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    ) => Task.FromResult<IEnumerable<Edit>>([]);
}
