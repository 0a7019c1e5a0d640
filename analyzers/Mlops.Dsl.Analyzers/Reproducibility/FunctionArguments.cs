using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Finds the functions that are given to a helper that keeps what they compute, such as <c>Memo.Get(key, Compute)</c>.</summary>
internal static class FunctionArguments
{
    /// <summary>
    /// The functions, each with what the other arguments tell. Has the compiler look at each call of a method of the name: asked at the
    /// end, and rarely.
    /// </summary>
    public static IEnumerable<(IOperation Function, Memory Memory)> Of(IMethodSymbol helper, Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (
                var syntax in tree.GetRoot()
                    .DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Where(syntax => Name(syntax.Expression) == helper.Name)
            )
            {
#pragma warning disable RS1030 // One model for each file that calls a method of the name.
                model ??= compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
                if (
                    model.GetOperation(syntax) is not IInvocationOperation call
                    || !call.TargetMethod.OriginalDefinition.Same(helper.OriginalDefinition)
                )
                {
                    continue;
                }

                foreach (var function in call.Arguments.Where(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                {
                    var keys = call.Arguments.Where(argument => argument != function).Select(static argument => argument.Value);
                    yield return (function.Value, new Memory(keys, table: null, owner: null));
                }
            }
        }
    }

    private static string Name(ExpressionSyntax called) =>
        called switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        };
}
