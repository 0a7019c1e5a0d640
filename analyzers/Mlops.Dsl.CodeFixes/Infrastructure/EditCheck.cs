using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Tells whether an edit leaves code that compiles and a pipeline that is wired: what would not is not offered.</summary>
internal static class EditCheck
{
    /// <summary>Whether the changed files have no more errors than they had, and the pipeline around a stage no more problems.</summary>
    /// <param name="place">The stage.</param>
    /// <param name="changed">The solution after the edit.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <param name="solved">How many of the pipeline's problems the edit has to solve.</param>
    public static async Task<bool> HoldsAsync(StagePlace place, Solution changed, CancellationToken cancellationToken, int solved = 0)
    {
        var before = place.Model.Compilation;
        var after = before;
        var trees = new List<(SyntaxTree Old, SyntaxTree New)>();
        foreach (
            var id in changed
                .GetChanges(place.Document.Project.Solution)
                .GetProjectChanges()
                .SelectMany(static project => project.GetChangedDocuments())
        )
        {
            var old = (await place.Document.Project.Solution.GetDocument(id)!.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
            var replacement = (await changed.GetDocument(id)!.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
            trees.Add((old, replacement));
            after = after.ReplaceSyntaxTree(old, replacement);
        }

        // What was generated before the edit is not looked at: the generator will write it anew.
        return trees.TrueForAll(tree => Errors(after, tree.New, cancellationToken) <= Errors(before, tree.Old, cancellationToken))
            && Problems(place, after, cancellationToken) <= place.Pipeline.Problems.Count - solved;
    }

    /// <summary>Whether a changed file has no more errors than it had.</summary>
    public static async Task<bool> CompilesAsync(SemanticModel model, Document changed, CancellationToken cancellationToken)
    {
        var tree = (await changed.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
        return Errors(model.Compilation.ReplaceSyntaxTree(model.SyntaxTree, tree), tree, cancellationToken)
            <= Errors(model.Compilation, model.SyntaxTree, cancellationToken);
    }

    private static int Errors(Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken) =>
        compilation
            .GetSemanticModel(tree)
            .GetDiagnostics(cancellationToken: cancellationToken)
            .Count(static d => d.Severity == DiagnosticSeverity.Error);

    private static int Problems(StagePlace place, Compilation compilation, CancellationToken cancellationToken) =>
        DocumentationCommentId.CreateDeclarationId(place.Pipeline.Type) is { } id
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is INamedTypeSymbol type
        && type.Find("Pipeline") is { } attribute
            ? BoundPipeline.Bind(type, attribute, compilation, cancellationToken).Problems.Count
            : int.MaxValue;
}
