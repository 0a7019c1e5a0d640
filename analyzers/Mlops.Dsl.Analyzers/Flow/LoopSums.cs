using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Numbers that a loop adds up.</summary>
internal static class LoopSums
{
    /// <summary>What a variable holds after something was added to it, with what the rules say of sums if a loop does so.</summary>
    public static FlowValue Of(ICompoundAssignmentOperation operation, FlowValue value, ImmutableArray<FlowRule> rules) =>
        value.All != Mark.None
        && rules.Aggregate(Mark.None, (all, rule) => all | rule.Accumulated(value.All)) is var marks
        && marks != Mark.None
        && Numbers.Are(operation.Target.Type!)
        && operation
            .Syntax.Ancestors()
            .TakeWhile(static node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
            .Any(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax)
            ? value.With(marks)
            : value;
}
