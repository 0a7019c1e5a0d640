using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Logs the numbers of a result that nothing uses as metrics of the stage.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LogMetricsFix() : CodeFix<ExpressionSyntax>("MLP3008")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            node.FirstAncestorOrSelf<StatementSyntax>()
                is { Parent: BlockSyntax block } statement
                    and (LocalDeclarationStatementSyntax or ExpressionStatementSyntax)
            && model.GetTypeInfo(node, cancellationToken).Type is { } type
            && Numbers(type) is { Count: > 0 } numbers
            && LocalOf(statement, model) is { } local
            && StageContextParameter.Find(node, model, cancellationToken) is { } context
            ? [context.Replace("Log its numbers as metrics", block, name => WithMetrics(block, statement, local, numbers, name))]
            : [];
    }

    private static List<string> Numbers(ITypeSymbol type) =>
        [
            .. type.GetMembers()
                .OfType<IPropertySymbol>()
                .Where(static property =>
                    property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false }
                    && property.Type.SpecialType
                        is SpecialType.System_Double
                            or SpecialType.System_Single
                            or SpecialType.System_Int32
                            or SpecialType.System_Int64
                )
                .Select(static property => property.Name),
        ];

    /// <summary>The local that holds the result, or a free name for one; null if there is none.</summary>
    private static string? LocalOf(StatementSyntax statement, SemanticModel model) =>
        statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => variable.Identifier.ValueText,
            ExpressionStatementSyntax
                when model.LookupSymbols(statement.SpanStart, name: "result").IsEmpty
                    && !statement.Parent!.DescendantTokens().Any(static token => token.ValueText == "result") => "result",
            _ => null,
        };

    private static BlockSyntax WithMetrics(BlockSyntax block, StatementSyntax statement, string local, List<string> numbers, string context)
    {
        var newLine = Lines.NewLine(block);
        var indentation = SyntaxFactory.Whitespace(Lines.Indentation(statement));
        var kept = statement is ExpressionStatementSyntax expression
            ? SyntaxFactory
                .ParseStatement($"var {local} = {expression.Expression};{newLine}")
                .WithLeadingTrivia(statement.GetLeadingTrivia())
            : statement;
        var logs = numbers.Select(number =>
            SyntaxFactory.ParseStatement($"{context}.LogMetric(\"{number}\", {local}.{number});{newLine}").WithLeadingTrivia(indentation)
        );
        return block.WithStatements(block.Statements.ReplaceRange(statement, logs.Prepend(kept)));
    }
}
