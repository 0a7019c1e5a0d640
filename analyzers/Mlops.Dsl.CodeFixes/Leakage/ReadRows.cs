using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>The only rows that a method makes.</summary>
internal sealed class ReadRows
{
    private static readonly HashSet<string> Filling = new(StringComparer.Ordinal)
    {
        "Add",
        "AddRange",
        "Insert",
        "InsertRange",
        "Enqueue",
        "Push",
        "AddFirst",
        "AddLast",
        "UnionWith",
    };

    private readonly SemanticModel _model;
    private readonly ExpressionSyntax _made;
    private readonly List<IdentifierNameSyntax> _uses;

    private ReadRows(SemanticModel model, ExpressionSyntax made, List<IdentifierNameSyntax> uses)
    {
        _model = model;
        _made = made;
        _uses = uses;
    }

    /// <summary>Finds the one expression of a method that makes rows; null where there are several.</summary>
    public static ReadRows? Find(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        var made =
            body?.DescendantNodes()
                .OfType<ExpressionSyntax>()
                .Where(node =>
                    IsRows(node)
                    && !node.Ancestors()
                        .TakeWhile(static part => part is not (StatementSyntax or AnonymousFunctionExpressionSyntax))
                        .OfType<ExpressionSyntax>()
                        .Any(IsRows)
                )
                .ToList()
            ?? [];
        if (made.FindAll(static node => node is not IdentifierNameSyntax) is not [var only])
        {
            return null;
        }

        var local = only.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? model.GetDeclaredSymbol(variable, cancellationToken)
            : null;
        return new(
            model,
            only,
            [
                .. made.OfType<IdentifierNameSyntax>()
                    .Where(use =>
                        local is not null
                        && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, local)
                    ),
            ]
        );

        bool IsRows(ExpressionSyntax node) =>
            model.GetTypeInfo(node, cancellationToken) is var types
            && (types.Type ?? types.ConvertedType) is { } type
            && RowTypes.Unvalidated(type) is not null
            && !(node is IdentifierNameSyntax name && name.IsVar)
            && model.GetSymbolInfo(node, cancellationToken).Symbol is not ITypeSymbol;
    }

    /// <summary>The file with the rows validated, in the ways that may compile.</summary>
    public IEnumerable<SyntaxNode> Mended(SyntaxNode root, CancellationToken cancellationToken)
    {
        var filling = _uses.FindAll(static use =>
            use.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access
            && Filling.Contains(access.Name.Identifier.ValueText)
        );
        if (filling.Count == 0)
        {
            return ValidatedRows.Of(_made, _model, cancellationToken) is { } validated
                ? ValidatedRows.Copies.Select(copy =>
                    root.ReplaceNode(_made, SyntaxFactory.ParseExpression(validated + copy).WithTriviaFrom(_made))
                )
                : [];
        }

        // A list that a loop fills is full where the loop ends.
        return
            _made.FirstAncestorOrSelf<BlockSyntax>() is { } block
            && block.Statements.LastOrDefault(statement => filling.Exists(use => statement.Span.Contains(use.Span))) is { } last
            && _uses.FindAll(use => use.SpanStart > last.Span.End) is { Count: > 0 } after
            && ValidatedRows.Of(after[0], _model, cancellationToken) is { } full
            ? after.Count == 1
                ? [root.ReplaceNode(after[0], full.WithTriviaFrom(after[0]))]
                : [WithVariable(root, last, after, full)]
            : [];
    }

    private SyntaxNode WithVariable(SyntaxNode root, StatementSyntax last, List<IdentifierNameSyntax> after, ExpressionSyntax full)
    {
        var name = Free(after[0].Identifier.ValueText);
        var (newLine, indentation) = (Lines.NewLine(last), Lines.Indentation(last));
        var variable = SyntaxFactory
            .ParseStatement($"var {name} = {full};")
            .WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(newLine + indentation))
            .WithTrailingTrivia(SyntaxFactory.ParseTrailingTrivia(newLine));
        var tracked = root.TrackNodes(after.Append<SyntaxNode>(last));
        var renamed = tracked.ReplaceNodes(
            after.Select(use => tracked.GetCurrentNode(use)!),
            (use, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(use)
        );
        return renamed.InsertNodesAfter(renamed.GetCurrentNode(last)!, [variable]);
    }

    private string Free(string rows)
    {
        var wanted = "validated" + char.ToUpperInvariant(rows[0]) + rows.Substring(1);
        var names = new HashSet<string>(
            _model.LookupSymbols(_uses[0].SpanStart).Select(static symbol => symbol.Name),
            StringComparer.Ordinal
        );
        return Enumerable.Range(1, names.Count + 1).Select(i => i == 1 ? wanted : wanted + i).First(name => !names.Contains(name));
    }
}
