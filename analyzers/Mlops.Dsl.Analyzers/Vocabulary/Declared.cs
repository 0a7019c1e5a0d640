using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>What variables are declared with.</summary>
internal static class Declared
{
    /// <summary>The expression that a declaration gives its variable; null if it gives none, or another one each time.</summary>
    public static ExpressionSyntax? With(SyntaxNode? declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            SingleVariableDesignationSyntax designation => Part(designation),
            _ => null,
        };

    /// <summary>The expression that a variable gets by <c>var (a, b) = (x, y)</c>; null if it gets another one.</summary>
    public static ExpressionSyntax? Part(SingleVariableDesignationSyntax variable) =>
        variable.Parent
            is ParenthesizedVariableDesignationSyntax
            {
                Variables: var variables,
                Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } }
            }
        && variables.IndexOf(variable) is var place
        && place < values.Arguments.Count
            ? values.Arguments[place].Expression
            : null;
}
