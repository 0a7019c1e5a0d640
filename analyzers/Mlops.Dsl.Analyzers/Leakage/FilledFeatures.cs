using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds features that are filled with what the label of the same row is made of: <c>new Ride(distance, fare + tip, tip)</c>. The label of
/// another row, such as the one before, is known when this one has to be predicted.
/// </summary>
internal static class FilledFeatures
{
    // What takes something out of a text or a list.
    private static readonly HashSet<string> Removing = new(StringComparer.Ordinal)
    {
        "Replace",
        "Remove",
        "Except",
        "Trim",
        "TrimStart",
        "TrimEnd",
        "Without",
    };

    /// <summary>The features that an expression which makes a row fills so, and with what.</summary>
    public static IEnumerable<(string Feature, SyntaxNode Value)> In(IOperation creation)
    {
        var values = Values(creation).ToList();
        if (values.Find(static given => ColumnParser.Has(given.Column, "Label")) is not { Value: { } label })
        {
            yield break;
        }

        var cells = LabelCells.Of(label);
        foreach (var (column, value) in cells.Count == 0 ? [] : values.Where(static given => ColumnParser.Has(given.Column, "Feature")))
        {
            if (LabelCells.Uses(value, cells, static name => !IsTakenOut(name)) || LabelCells.Change(value, cells))
            {
                yield return (column.Name, value);
            }
        }
    }

    /// <summary>Whether a value that a copy of a row gets tells the label of the row that is copied.</summary>
    public static bool IsOfLabel(SyntaxNode value, WithExpressionSyntax copy, string label)
    {
        if (copy.Expression is not (IdentifierNameSyntax or ThisExpressionSyntax))
        {
            return false;
        }

        var row = copy.Expression.ToString();
        return value.DescendantNodesAndSelf().Any(node => IsLabelOf(node, row, label) && !IsTakenOut(node))
            || (IsConstant(value) && IsChosenByLabel(copy, row, label));
    }

    /// <summary>Whether a value is what a function makes of the row that is copied, and of nothing else.</summary>
    public static bool IsMadeOf(SyntaxNode value, WithExpressionSyntax copy)
    {
        var row = copy.Expression.ToString();
        return copy.Expression is IdentifierNameSyntax
            && value is InvocationExpressionSyntax call
            && (
                call.ArgumentList.Arguments switch
                {
                    [var only] => only.Expression.ToString() == row
                        && call.Expression
                            is IdentifierNameSyntax
                                or MemberAccessExpressionSyntax
                                {
                                    Expression: IdentifierNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] }
                                },
                    [] => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax on } && on.ToString() == row,
                    _ => false,
                }
            );
    }

    private static bool IsConstant(SyntaxNode value) =>
        value
            is LiteralExpressionSyntax
                or PrefixUnaryExpressionSyntax
                or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: [>= 'A' and <= 'Z', ..] } };

    private static bool IsLabelOf(SyntaxNode node, string row, string label) =>
        node is MemberAccessExpressionSyntax { Expression: var of, Name.Identifier.ValueText: var name }
        && name == label
        && of.ToString() == row;

    /// <summary>Whether the nearest choice around a copy asks for the label.</summary>
    private static bool IsChosenByLabel(WithExpressionSyntax copy, string row, string label)
    {
        foreach (var node in copy.Ancestors())
        {
            switch (node)
            {
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm:
                    return (choice.GoverningExpression.ToString() == row && NamesIn(arm.Pattern, label))
                        || IsLabelOf(choice.GoverningExpression, row, label)
                        || (arm.WhenClause is { } when && AsksFor(when, row, label));
                case ConditionalExpressionSyntax choice when !choice.Condition.Contains(copy):
                    return AsksFor(choice.Condition, row, label);
                case IfStatementSyntax choice when !choice.Condition.Contains(copy):
                    return AsksFor(choice.Condition, row, label);
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool AsksFor(SyntaxNode condition, string row, string label) =>
        condition
            .DescendantNodesAndSelf()
            .Any(node =>
                IsLabelOf(node, row, label)
                || (node is IsPatternExpressionSyntax test && test.Expression.ToString() == row && NamesIn(test.Pattern, label))
            );

    private static bool NamesIn(PatternSyntax pattern, string label) =>
        pattern
            .DescendantNodesAndSelf()
            .OfType<SubpatternSyntax>()
            .Any(part => part.NameColon?.Name.Identifier.ValueText == label || part.ExpressionColon?.Expression.ToString() == label);

    private static bool IsTakenOut(SyntaxNode node) =>
        node.Ancestors()
            .OfType<ArgumentSyntax>()
            .Any(static argument =>
                argument.Parent?.Parent
                    is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
                && Removing.Contains(name)
            );

    /// <summary>The columns that an expression sets, by the constructor or an initializer.</summary>
    private static IEnumerable<(IPropertySymbol Column, SyntaxNode Value)> Values(IOperation creation)
    {
        if (creation is not IObjectCreationOperation { Constructor: { } constructor } made)
        {
            yield break;
        }

        foreach (var argument in made.Arguments)
        {
            if (
                argument.Parameter is { } parameter
                && constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } column
            )
            {
                yield return (column, argument.Value.Syntax);
            }
        }

        // A graph has taken the initializer apart.
        foreach (
            var assignment in (
                made.Syntax as BaseObjectCreationExpressionSyntax
            )?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? []
        )
        {
            if (
                assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name }
                && constructor.ContainingType.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } column
            )
            {
                yield return (column, assignment.Right);
            }
        }
    }
}
