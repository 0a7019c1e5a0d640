using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Looks at the cancellation token in each turn of the outermost loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CheckTokenFix() : CodeFix<ParameterSyntax>("MLP4014")
{
    private protected override IEnumerable<Replacement> Offers(ParameterSyntax node, Diagnostic diagnostic)
    {
        if (
            node.Parent?.Parent is BaseMethodDeclarationSyntax method
            && method.DescendantNodes().OfType<StatementSyntax>().FirstOrDefault(static s => Body(s) is not null) is { } loop
            && Body(loop) is { } body
        )
        {
            yield return new("Check the token in the loop", body, () => WithCheck(body, node.Identifier.ValueText));
        }
    }

    private static StatementSyntax? Body(StatementSyntax statement) =>
        statement switch
        {
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            _ => null,
        };

    private static BlockSyntax WithCheck(StatementSyntax body, string token)
    {
        var check = SyntaxFactory
            .ParseStatement(token + ".ThrowIfCancellationRequested();")
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        var block = body as BlockSyntax ?? SyntaxFactory.Block(body);
        return block.WithStatements(block.Statements.Insert(0, check)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
