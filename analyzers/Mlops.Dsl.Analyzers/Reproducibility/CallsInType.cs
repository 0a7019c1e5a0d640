using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Finds where a class calls a method of its own, or gives it away as a function.</summary>
internal static class CallsInType
{
    /// <summary>The calls of the method whose body returns a value, and the functions that are made of it.</summary>
    public static IEnumerable<IOperation> OfReturning(IReturnOperation returned)
    {
        var root = returned.Root();
        return
            root.SemanticModel is { } model
            && returned.Parent is IBlockOperation { Parent: IMethodBodyOperation }
            && model.GetDeclaredSymbol(root.Syntax) is IMethodSymbol method
            ? method.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => Of(method, reference.GetSyntax(), model))
            : [];
    }

    private static IEnumerable<IOperation> Of(IMethodSymbol method, SyntaxNode type, SemanticModel model)
    {
        var declaring = FieldUses.Model(model, type.SyntaxTree);
        foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == method.Name))
        {
            var used = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
            var operation = declaring.GetOperation(used.Parent is InvocationExpressionSyntax call && call.Expression == used ? call : used);
            if (((operation as IInvocationOperation)?.TargetMethod ?? (operation as IMethodReferenceOperation)?.Method).Same(method))
            {
                yield return operation!;
            }
        }
    }
}
