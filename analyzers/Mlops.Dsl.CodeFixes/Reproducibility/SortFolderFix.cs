using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Sorts what a folder holds by name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SortFolderFix() : CodeFix<InvocationExpressionSyntax>("MLP4005")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        InvocationExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return [];
        }

        var sort =
            method.ContainingType.Name == "Directory"
                ? ".Order(StringComparer.Ordinal)"
                : ".OrderBy(entry => entry.FullName, StringComparer.Ordinal)";
        var end = method.ReturnType is IArrayTypeSymbol ? ".ToArray()" : "";
        return [new("Sort by name", node, () => SyntaxFactory.ParseExpression(node.WithoutTrivia() + sort + end).WithTriviaFrom(node))];
    }
}
