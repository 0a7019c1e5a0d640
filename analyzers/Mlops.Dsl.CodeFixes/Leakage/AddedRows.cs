using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Finds where rows are joined to others, so that they can be left out.</summary>
internal static class AddedRows
{
    private static readonly string[] Joining = ["Concat", "Union", "UnionBy", "Append", "Prepend"];

    /// <summary>
    /// An expression without the unwanted rows that something in it joins to others; null where it joins none, or has some in another way,
    /// too.
    /// </summary>
    public static ExpressionSyntax? Without(ExpressionSyntax node, Func<SyntaxNode, bool> isUnwanted)
    {
        var found = node.DescendantNodesAndSelf()
            .OfType<ExpressionSyntax>()
            .Select(part => (Part: part, Left: Rest(part, isUnwanted)))
            .FirstOrDefault(static part => part.Left is not null);
        if (found is not { Part: { } joined, Left: { } rest })
        {
            return null;
        }

        var others = node.DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Where(argument => !joined.Contains(argument) && !argument.Contains(joined));
        return others.Any(isUnwanted) ? null
            : joined == node ? rest.WithTriviaFrom(node)
            : node.ReplaceNode(joined, rest.WithTriviaFrom(joined));
    }

    /// <summary>
    /// The statements of a method that add unwanted rows to what an expression is made of; none where nothing else is added to that.
    /// </summary>
    public static IReadOnlyList<StatementSyntax> Adding(
        ExpressionSyntax node,
        Func<SyntaxNode, bool> isUnwanted,
        Func<SyntaxNode, bool> isWanted,
        SemanticModel model
    )
    {
        var locals = new HashSet<ISymbol>(
            node.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .OfType<ILocalSymbol>(),
            SymbolEqualityComparer.Default
        );
        var feeding =
            node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
                ?.DescendantNodes()
                .OfType<ExpressionStatementSyntax>()
                .Where(statement =>
                    statement is { Parent: BlockSyntax { Parent: BaseMethodDeclarationSyntax or UsingStatementSyntax } }
                    && statement.Expression
                        is InvocationExpressionSyntax
                        {
                            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
                        }
                    && model.GetSymbolInfo(receiver).Symbol is { } local
                    && locals.Contains(local)
                )
                .ToList()
            ?? [];
        var isFed =
            feeding.Exists(statement => isWanted(statement))
            || locals.Any(local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared && isWanted(declared));
        return isFed ? feeding.FindAll(statement => isUnwanted(statement) && !isWanted(statement)) : [];
    }

    /// <summary>What is left of rows that are joined here; null where nothing unwanted is joined to anything else.</summary>
    private static ExpressionSyntax? Rest(ExpressionSyntax node, Func<SyntaxNode, bool> isUnwanted)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [var added, ..] }
                when Joining.Contains(access.Name.Identifier.ValueText, StringComparer.Ordinal):
                return (isUnwanted(access.Expression), isUnwanted(added.Expression)) switch
                {
                    (false, true) => access.Expression,
                    (true, false) => added.Expression,
                    _ => null,
                };
            case CollectionExpressionSyntax collection:
                var kept = collection.Elements.Where(element => !isUnwanted(element)).ToList();
                return kept.Count > 0 && kept.Count < collection.Elements.Count
                    ? collection
                        .RemoveNodes(collection.Elements.Except(kept), SyntaxRemoveOptions.KeepNoTrivia)!
                        .WithElements(Separated(kept))
                    : null;
            default:
                return null;
        }
    }

    private static SeparatedSyntaxList<CollectionElementSyntax> Separated(List<CollectionElementSyntax> elements) =>
        SyntaxFactory.SeparatedList(
            elements,
            elements.Skip(1).Select(static _ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))
        );
}
