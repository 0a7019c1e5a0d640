using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Tells code that several threads run: the context's random generator is for one alone.</summary>
internal static class Concurrency
{
    /// <summary>Whether an expression is an argument of a parallel loop, a task or a parallel query.</summary>
    public static bool IsConcurrent(this ExpressionSyntax node) =>
        node.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(static call =>
                call.Expression.ToString() is var name
                && (
                    name.StartsWith("Parallel.", StringComparison.Ordinal)
                    || name.StartsWith("Task.", StringComparison.Ordinal)
                    || name.Contains("AsParallel()")
                )
            );
}
