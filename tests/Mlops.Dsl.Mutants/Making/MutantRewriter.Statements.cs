using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

internal sealed partial class MutantRewriter
{
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
        node.Expression is AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax or TupleExpressionSyntax }
        || IsNullCheck(node.Expression)
            ? base.VisitExpressionStatement(node)
            : Optional(node, base.VisitExpressionStatement(node));

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => Optional(node, base.VisitThrowStatement(node));

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => Optional(node, base.VisitYieldStatement(node));

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) => Optional(node, base.VisitContinueStatement(node));

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) =>
        node.Parent is BlockSyntax { Parent: IfStatementSyntax { Else: null } }
            ? Optional(node, base.VisitReturnStatement(node))
            : base.VisitReturnStatement(node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (
            node is not { ExpressionBody.Expression: var body }
            || model.GetTypeInfo(body).Type is not { SpecialType: SpecialType.System_Void }
            || mutants.Add(MutantKind.Dropped, body, "(nothing)") is not { } mutant
        )
        {
            return visited;
        }

        var statement = Guard(mutant, SyntaxFactory.ExpressionStatement(visited.ExpressionBody!.Expression));
        return visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(SyntaxFactory.Block(statement));
    }

    /// <summary>Whether a call refuses null in words; without it, another exception would a moment later.</summary>
    private static bool IsNullCheck(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ThrowIfNull" } };

    private StatementSyntax Optional(StatementSyntax node, SyntaxNode? visited) =>
        !IsNeededByFlow(node) && mutants.Add(MutantKind.Dropped, node, "(nothing)") is { } mutant
            ? Guard(mutant, (StatementSyntax)visited!)
            : (StatementSyntax)visited!;

    /// <summary>Whether the code after an <c>if (x is not { } y)</c> needs the jump in it.</summary>
    private static bool IsNeededByFlow(StatementSyntax node) =>
        node is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax
        && node.Parent?.Parent is IfStatementSyntax { Condition: var condition }
        && Declares(condition)
        && condition.ToString().Contains("is not", StringComparison.Ordinal);

    private static BlockSyntax Guard(int mutant, StatementSyntax statement) =>
        SyntaxFactory
            .Block(
                SyntaxFactory.IfStatement(
                    SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, MutantList.Is(mutant)),
                    statement
                )
            )
            .WithAdditionalAnnotations(MutantList.Mark(mutant));
}
