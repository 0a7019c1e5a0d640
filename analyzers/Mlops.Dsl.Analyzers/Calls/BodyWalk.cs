using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Walks what a body may execute, lambdas and local functions included, in the order of the code.</summary>
internal static class BodyWalk
{
    /// <summary>The operations of a body, each before what it contains.</summary>
    /// <param name="blocks">The body's blocks.</param>
    /// <param name="isParameter">
    /// In a pipeline class: whether a property is a pipeline parameter. What its default is computed from is recorded as the parameter's value.
    /// </param>
    public static IEnumerable<IOperation> Operations(ImmutableArray<IOperation> blocks, Func<ISymbol, bool>? isParameter)
    {
        // Not recursive: a long chain of operators is as deep as it is long.
        var pending = new Stack<IOperation>();
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            pending.Push(blocks[i]);
        }

        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (IsNotExecuted(operation) || (isParameter is not null && IsDefault(operation, isParameter)))
            {
                continue;
            }

            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    private static bool IsNotExecuted(IOperation operation) => operation.Kind is OperationKind.NameOf or OperationKind.Attribute;

    private static bool IsDefault(IOperation operation, Func<ISymbol, bool> isParameter) => operation switch
    {
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Any(property => isParameter(property)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => isParameter(target.Property),
        _ => false,
    };
}
