using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// The cells and variables that hold the label of a row while it is read: <c>tip</c>, and <c>cells[2]</c> which that was parsed from. Only
/// what is the label as a whole counts: a line has it somewhere in it.
/// </summary>
internal static class LabelCells
{
    private static readonly HashSet<string> Parsing = new(StringComparer.Ordinal)
    {
        "Parse",
        "ParseExact",
        "ToDouble",
        "ToInt32",
        "ToSingle",
    };

    /// <summary>The cells that a label is made of, as code names them.</summary>
    public static HashSet<string> Of(SyntaxNode label)
    {
        var cells = new HashSet<string>(StringComparer.Ordinal);
        for (var next = Plain(label); next is not null; )
        {
            var name = next switch
            {
                IdentifierNameSyntax variable when IsCell(variable) => variable.Identifier.ValueText,
                ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } cell when IsFixed(index) =>
                    cell.ToString(),
                MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax,
                    Name.Identifier.ValueText: not ("Length" or "Count")
                } member => member.ToString(),
                _ => null,
            };
            if (name is null || !cells.Add(name))
            {
                break;
            }

            next = next is IdentifierNameSyntax local && Initial(local) is { } initial ? Plain(initial) : null;
        }

        return cells;
    }

    /// <summary>Whether an expression, or what its variables were set to, names one of the cells.</summary>
    public static bool Uses(SyntaxNode value, HashSet<string> cells, Func<SyntaxNode, bool> counts, int depth = 0) =>
        value
            .DescendantNodesAndSelf()
            .OfType<ExpressionSyntax>()
            .Any(node =>
                node switch
                {
                    // The name of a member, or of an argument, is no variable.
                    IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Name: var member } } name when member == name => false,
                    IdentifierNameSyntax { Parent: NameColonSyntax } => false,
                    IdentifierNameSyntax name => counts(name)
                        && (
                            cells.Contains(name.Identifier.ValueText)
                            || (depth < 3 && Initial(name) is { } initial && Uses(initial, cells, counts, depth + 1))
                        ),
                    ElementAccessExpressionSyntax or MemberAccessExpressionSyntax => cells.Contains(node.ToString()) && counts(node),
                    _ => false,
                }
            );

    /// <summary>
    /// Whether a variable that an expression is was changed before, as the label decides: <c>if (row.Fraud) { tries += 5; }</c>. One that
    /// is kept from row to row tells of the rows before.
    /// </summary>
    public static bool Change(SyntaxNode value, HashSet<string> cells) =>
        value is IdentifierNameSyntax { Identifier.ValueText: var name } variable
        && Declaration(variable) is VariableDeclaratorSyntax declared
        && Scope(declared) is { } scope
        && Scope(value) == scope
        && scope
            .DescendantNodes()
            .OfType<IfStatementSyntax>()
            .Any(choice =>
                choice.SpanStart > declared.SpanStart
                && choice.Span.End < value.SpanStart
                && Uses(choice.Condition, cells, static _ => true)
                && OutsideNumber.IsAssigned(name, choice)
            );

    /// <summary>The innermost code around an expression that runs once for each row.</summary>
    private static SyntaxNode? Scope(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(static around =>
                around
                    is ForEachStatementSyntax
                        or ForEachVariableStatementSyntax
                        or ForStatementSyntax
                        or WhileStatementSyntax
                        or DoStatementSyntax
                        or AnonymousFunctionExpressionSyntax
                        or LocalFunctionStatementSyntax
                        or MemberDeclarationSyntax
            );

    /// <summary>What an expression only parses, converts, or compares with something known.</summary>
    private static SyntaxNode? Plain(SyntaxNode? value) =>
        value switch
        {
            ParenthesizedExpressionSyntax inner => Plain(inner.Expression),
            CastExpressionSyntax cast => Plain(cast.Expression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Plain(not.Operand),
            BinaryExpressionSyntax { Right: LiteralExpressionSyntax } comparison when IsComparison(comparison) => Plain(comparison.Left),
            IsPatternExpressionSyntax test when IsConstant(test.Pattern) => Plain(test.Expression),
            InvocationExpressionSyntax call => Parsed(call),
            ExpressionSyntax => value,
            _ => null,
        };

    /// <summary>What a call parses: a text that the framework does, or a cell that a helper does.</summary>
    private static SyntaxNode? Parsed(InvocationExpressionSyntax call)
    {
        var first = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        return call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim", Expression: var text } => Plain(text),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var type }
                when Parsing.Contains(name) && IsFramework(type) => Plain(first),
            _ => first is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } && IsFixed(index)
                ? first
                : null,
        };
    }

    private static bool IsFramework(ExpressionSyntax type) =>
        type is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "Convert" or "Enum" or "DateOnly" or "DateTime" };

    /// <summary>Whether an index is the same for each row: a number, a name, a constant.</summary>
    private static bool IsFixed(ExpressionSyntax index) =>
        index switch
        {
            LiteralExpressionSyntax => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression, Operand: LiteralExpressionSyntax } => true,
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } => char.IsUpper(type.Identifier.ValueText[0]),
            _ => false,
        };

    private static bool IsComparison(BinaryExpressionSyntax operation) =>
        operation.Kind()
            is SyntaxKind.EqualsExpression
                or SyntaxKind.NotEqualsExpression
                or SyntaxKind.GreaterThanExpression
                or SyntaxKind.GreaterThanOrEqualExpression
                or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression;

    private static bool IsConstant(PatternSyntax pattern) =>
        pattern.DescendantNodesAndSelf().All(static node => node is not (VariableDesignationSyntax or SubpatternSyntax));

    /// <summary>
    /// Whether a variable was declared for a cell: a local, or a part of a pattern or a deconstruction. What a lambda, a loop or a method
    /// is given may be a whole line, or a number that examples are made of.
    /// </summary>
    private static bool IsCell(IdentifierNameSyntax variable) => Declaration(variable) is not null;

    private static ExpressionSyntax? Initial(IdentifierNameSyntax variable) => Declared.With(Declaration(variable));

    private static SyntaxNode? Declaration(IdentifierNameSyntax variable)
    {
        var name = variable.Identifier.ValueText;
        return variable
            .FirstAncestorOrSelf<MemberDeclarationSyntax>()
            ?.DescendantNodes()
            .FirstOrDefault(node =>
                node switch
                {
                    VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local => local.Identifier.ValueText == name,
                    SingleVariableDesignationSyntax part => part.Identifier.ValueText == name,
                    LetClauseSyntax let => let.Identifier.ValueText == name,
                    _ => false,
                }
            );
    }
}
