using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Code with names from <c>global::</c> on, which are shortened to what the file's usings allow.</summary>
internal static class QualifiedName
{
    /// <summary>Parses an expression. Its qualified names are shortened when the fix is applied.</summary>
    public static ExpressionSyntax Parse(string expression)
    {
        var parsed = SyntaxFactory.ParseExpression(expression);
        return parsed.ReplaceNodes(
            parsed.DescendantNodesAndSelf().Where(static node => node is MemberAccessExpressionSyntax or NameSyntax),
            static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation)
        );
    }
}
