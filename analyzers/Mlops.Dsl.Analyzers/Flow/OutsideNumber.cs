using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What code says of a number that code about single rows takes from outside.</summary>
internal static class OutsideNumber
{
    /// <summary>Whether code changes a variable, so that it goes along with the rows.</summary>
    public static bool IsAssigned(string variable, SyntaxNode code) =>
        code.DescendantNodes()
            .Any(node =>
                node switch
                {
                    AssignmentExpressionSyntax assignment => assignment
                        .Left.DescendantNodesAndSelf()
                        .Any(target => target is IdentifierNameSyntax name && name.Identifier.ValueText == variable),
                    PrefixUnaryExpressionSyntax { OperatorToken.RawKind: var kind, Operand: IdentifierNameSyntax name } => IsStep(kind)
                        && name.Identifier.ValueText == variable,
                    PostfixUnaryExpressionSyntax { OperatorToken.RawKind: var kind, Operand: IdentifierNameSyntax name } => IsStep(kind)
                        && name.Identifier.ValueText == variable,
                    ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax name } => name.Identifier.ValueText
                        == variable,
                    _ => false,
                }
            );

    /// <summary>Whether a number was read from one row, as a first reading is that all others are compared with.</summary>
    public static bool IsOfOneRow(ISymbol variable) =>
        Initial(variable) is MemberAccessExpressionSyntax { Expression: var row }
        && !row.DescendantNodesAndSelf()
            .Any(static node =>
                node is SimpleNameSyntax { Identifier.ValueText: "Order" or "OrderBy" or "OrderDescending" or "OrderByDescending" }
            );

    /// <summary>Whether a number was computed of what rows are made of: both name the same variable.</summary>
    public static bool IsOf(ISymbol variable, SyntaxNode rows) =>
        Initial(variable) is { } initial && Names(initial) is var used && Names(rows).Any(used.Contains);

    private static ExpressionSyntax? Initial(ISymbol variable) =>
        variable is ILocalSymbol ? Declared.With(variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()) : null;

    /// <summary>The variables that queries begin with, but for those of lambdas.</summary>
    private static HashSet<string> Names(SyntaxNode code) =>
        [
            .. code.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax)
                .OfType<IdentifierNameSyntax>()
                .Where(static name =>
                    name.Parent is not MemberAccessExpressionSyntax access
                    || (access.Expression == name && char.IsLower(name.Identifier.ValueText[0]))
                )
                .Where(static name => name.Parent is not InvocationExpressionSyntax)
                .Select(static name => name.Identifier.ValueText),
        ];

    private static bool IsStep(int kind) =>
        (Microsoft.CodeAnalysis.CSharp.SyntaxKind)kind
            is Microsoft.CodeAnalysis.CSharp.SyntaxKind.PlusPlusToken
                or Microsoft.CodeAnalysis.CSharp.SyntaxKind.MinusMinusToken;
}
