using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Fits to the training rows alone: leaves out the rows that were added to them, or takes the training set where another one stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseTrainingRowsFix() : CodeFix<ExpressionSyntax>("MLP2003", "MLP2004")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(ExpressionSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var wrong = new WrongRows(model, diagnostic.Id == "MLP2004" ? ["Validated"] : ["TestSet", "ValidationSet"]);
        var (title, replacement) = WithoutAdded(node, wrong) is { } less ? ("Leave out all but the training rows", less) : ("Use the training set", WithTrainingSet(node, wrong));
        if (replacement is null)
        {
            return [];
        }

        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var changed = document.WithSyntaxRoot(root.ReplaceNode(node, replacement.WithTriviaFrom(node)));
        return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false) ? [Edit.Made(title, changed.Project.Solution)] : [];
    }

    /// <summary>Rows to which others were added, without those; null where nothing was added.</summary>
    private static ExpressionSyntax? WithoutAdded(ExpressionSyntax node, WrongRows wrong)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Union" } access, ArgumentList.Arguments: [var added] }:
                return (wrong.Includes(access.Expression), wrong.Includes(added.Expression)) switch
                {
                    (false, true) => access.Expression,
                    (true, false) => added.Expression,
                    _ => null,
                };
            case CollectionExpressionSyntax collection:
                var kept = collection.Elements.Where(element => !wrong.Includes(element)).ToList();
                return kept.Count > 0 && kept.Count < collection.Elements.Count
                    ? collection.RemoveNodes(collection.Elements.Except(kept), SyntaxRemoveOptions.KeepNoTrivia)!.WithElements(Separated(kept))
                    : null;
            default:
                return null;
        }
    }

    private static SeparatedSyntaxList<CollectionElementSyntax> Separated(List<CollectionElementSyntax> elements) =>
        SyntaxFactory.SeparatedList(elements, elements.Skip(1).Select(static _ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)));

    /// <summary>The expression with the training set in place of the others; null unless there is exactly one training set at hand.</summary>
    private static ExpressionSyntax? WithTrainingSet(ExpressionSyntax node, WrongRows wrong)
    {
        var uses = wrong.In(node).ToList();
        return uses.Count > 0 && wrong.TrainingSet(node, uses) is { } train
            ? node.ReplaceNodes(uses, (old, _) => SyntaxFactory.IdentifierName(train).WithTriviaFrom(old))
            : null;
    }

    /// <summary>Finds names of sets that do not belong into fitting.</summary>
    private sealed class WrongRows(SemanticModel model, string[] sets)
    {
        public bool Includes(SyntaxNode node) => In(node).Any();

        public IEnumerable<IdentifierNameSyntax> In(SyntaxNode node) =>
            node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol && IsWrong(name));

        /// <summary>The only parameter in scope that is the training set of the same rows.</summary>
        public string? TrainingSet(SyntaxNode place, List<IdentifierNameSyntax> uses)
        {
            var rows = uses.Select(use => ((INamedTypeSymbol)model.GetTypeInfo(use).Type!).TypeArguments[0]).ToList();
            var known = model.LookupSymbols(place.SpanStart).OfType<IParameterSymbol>()
                .Where(parameter => parameter.Type.IsDataset("TrainSet") && rows.TrueForAll(row => SymbolEqualityComparer.Default.Equals(row, ((INamedTypeSymbol)parameter.Type).TypeArguments[0])))
                .ToList();
            return known.Count == 1 ? known[0].Name : null;
        }

        private bool IsWrong(IdentifierNameSyntax name) => model.GetTypeInfo(name).Type is { } type && sets.Any(set => type.IsDataset(set));
    }
}
