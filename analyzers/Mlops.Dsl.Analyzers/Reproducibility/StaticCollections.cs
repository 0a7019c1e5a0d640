using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Tells changes of static collections that decide about results from those that do not: what a table holds under a key is a memory of
/// something computed, as long as nothing but the key decides about it; and what a pool gives away, it gets back.
/// </summary>
internal static class StaticCollections
{
    /// <summary>Whether a method of a collection may change it.</summary>
    public static bool MayChange(string name) =>
        name
            is "Add"
                or "AddRange"
                or "AddFirst"
                or "AddLast"
                or "Clear"
                or "ExceptWith"
                or "Insert"
                or "InsertRange"
                or "Remove"
                or "RemoveAll"
                or "RemoveAt"
                or "UnionWith"
                or "TryAdd"
                or "GetOrAdd"
                or "AddOrUpdate"
                or "Enqueue"
                or "Push";

    /// <summary>The fault of a call that changes a collection; null if the change decides about nothing.</summary>
    public static Fault? Check(IInvocationOperation call, IMemberReferenceOperation collection, ReachedOperation operation, Fault? fault)
    {
        var method = call.TargetMethod;
        if (fault is null || !Commutation.IsKeyed(method.ContainingType))
        {
            return fault is null || (IsQueue(method.ContainingType) && IsPool(collection)) ? null : fault;
        }

        if (method.Name is not ("Add" or "TryAdd" or "GetOrAdd" or "AddOrUpdate") || call.Arguments.Length < 2)
        {
            return null;
        }

        var values = call.Arguments.Skip(1).Select(static argument => argument.Value).ToList();
        if (method.Name is "Add" or "TryAdd" && values[0].ConstantValue.HasValue)
        {
            return fault;
        }

        return Judge(new Memory(call.Arguments[0].Value, collection, operation.Owner), values, operation, fault);
    }

    /// <summary>Whether something is filed in a table or array, that is more than what its key or index says.</summary>
    public static bool IsFiled(IMemberReferenceOperation state, ReachedOperation operation)
    {
        IEnumerable<IOperation> keys = state.Parent switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer
                when indexer.Instance == state && Commutation.IsKeyed(indexer.Property.ContainingType) => indexer.Arguments.Select(
                static argument => argument.Value
            ),
            IArrayElementReferenceOperation element when element.ArrayReference == state => element.Indices,
            _ => [],
        };
        return keys.Any()
            && state.Parent is { } entry
            && entry.Parent switch
            {
                ISimpleAssignmentOperation assignment when assignment.Target == entry => assignment.Value.ConstantValue.HasValue
                    || new Memory(keys, state, operation.Owner).Knows(assignment.Value) != Knowledge.All,
                ICompoundAssignmentOperation assignment => assignment.Target == entry,
                IIncrementOrDecrementOperation => true,
                _ => false,
            };
    }

    private static Fault? Judge(Memory memory, List<IOperation> values, ReachedOperation operation, Fault fault)
    {
        var known = values.Select(memory.Knows).ToList();
        if (known.Contains(Knowledge.Less))
        {
            return fault;
        }

        // Whoever calls the helper gives the function, and has to be asked when all of them are known.
        return known.Contains(Knowledge.CallersTell)
            ? fault with
            {
                Confirm = _ =>
                    operation.Owner is IMethodSymbol helper
                    && FunctionArguments
                        .Of(helper, operation.Compilation)
                        .Any(static given => given.Memory.Knows(given.Function) == Knowledge.Less),
            }
            : null;
    }

    private static bool IsQueue(INamedTypeSymbol type) =>
        type.Name
            is "Queue"
                or "Stack"
                or "PriorityQueue"
                or "ConcurrentQueue"
                or "ConcurrentStack"
                or "ConcurrentBag"
                or "BlockingCollection";

    /// <summary>Whether the class of a collection also takes out what is in it.</summary>
    private static bool IsPool(IMemberReferenceOperation collection) =>
        FieldUses
            .Named(collection.Member.ContainingType.OriginalDefinition, collection.Member.OriginalDefinition, collection.SemanticModel)
            .Any(static use =>
                use.Parent
                    is IInvocationOperation { TargetMethod.Name: "TryTake" or "TryDequeue" or "TryPop" or "Dequeue" or "Pop" or "Take" }
            );
}
