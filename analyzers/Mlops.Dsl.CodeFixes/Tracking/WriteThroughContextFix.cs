using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>
/// Writes into the stage's temporary folder. That is gone when the stage ends: where the stage does not read the file again, it returns it
/// as an artifact, and where it cannot, nothing is offered.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WriteThroughContextFix() : CodeFix<ExpressionSyntax>("MLP3001")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            PathArgument.Find(node, diagnostic, model, cancellationToken) is not { } path
            || StageContextParameter.Find(path, model, cancellationToken) is not { } context
            || path.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || WrittenPath.Find(path, method, model, cancellationToken) is not { IsRemoved: false } written
        )
        {
            return [];
        }

        var moved = context.AddedTo(method.ReplaceNodes(written.Places, (place, _) => InFolder(place, context.Name, written, model)));
        if (written.IsFolder || written.IsReadAgain)
        {
            var changed = await WithAsync(document, method, moved, cancellationToken).ConfigureAwait(false);
            return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false)
                ? [Edit.Made("Write into the stage's temporary folder", changed.Project.Solution)]
                : [];
        }

        if (
            await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } stage
            || ReturnedFile.Of(node, stage, written, model) is not { } file
            || file.AddedTo(moved, context.Name) is not { } returning
        )
        {
            return [];
        }

        var solution = (await WithAsync(document, method, returning, cancellationToken).ConfigureAwait(false)).Project.Solution;
        return await EditCheck.HoldsAsync(stage, solution, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Write into the stage's temporary folder, and return the file", solution)]
            : [];
    }

    private static async Task<Document> WithAsync(
        Document document,
        SyntaxNode old,
        SyntaxNode changed,
        CancellationToken cancellationToken
    ) => document.WithSyntaxRoot((await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!.ReplaceNode(old, changed));

    private static ExpressionSyntax InFolder(ExpressionSyntax path, string context, WrittenPath written, SemanticModel model)
    {
        var pathClass = PathArgument.PathClass(path, model);
        return SyntaxFactory
            .ParseExpression($"{pathClass}.Combine({context}.TemporaryDirectory, {written.NameInFolder})")
            .WithTriviaFrom(path);
    }
}
