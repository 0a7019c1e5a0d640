using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a choice between values tells: <c>row.Gender == "f" ? 1 : 0</c> is the column, written as a number. Only rules that ask for a mark
/// get it, and only where an expression chooses: what a statement does under a condition says much less of it.
/// </summary>
internal sealed class ConditionMarks
{
    private Dictionary<SyntaxNode, Mark>? _conditions;

    /// <summary>Notes the marks of a condition that the rules ask for.</summary>
    public void Add(SyntaxNode condition, Mark told)
    {
        if (told != Mark.None)
        {
            _conditions ??= [];
            _conditions[condition] = _conditions.TryGetValue(condition, out var known) ? known | told : told;
        }
    }

    /// <summary>The marks of the conditions that choose a value, if it is one of several of an expression.</summary>
    public Mark Of(SyntaxNode value)
    {
        if (_conditions is null)
        {
            return Mark.None;
        }

        var node = value;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            ConditionalExpressionSyntax choice when choice.Condition != node => Conditions(condition =>
                choice.Condition.FullSpan.Contains(condition.Span)
            ),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == node => Conditions(condition =>
                choice.FullSpan.Contains(condition.Span) && !choice.Arms.Any(a => a.Expression.FullSpan.Contains(condition.Span))
            ),
            _ => Mark.None,
        };
    }

    private Mark Conditions(Func<SyntaxNode, bool> isPart) =>
        _conditions!.Where(condition => isPart(condition.Key)).Aggregate(Mark.None, static (all, condition) => all | condition.Value);
}
