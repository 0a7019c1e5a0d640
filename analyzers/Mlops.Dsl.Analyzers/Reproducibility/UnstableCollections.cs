using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Collections whose order changes from run to run. That of <c>Dictionary</c> and <c>HashSet</c> is not promised, but the same in every run
/// as long as the same is added and removed, so that they are left out.
/// </summary>
internal static class UnstableCollections
{
    /// <summary>
    /// The name of the collection that a sequence takes its order from, if that one changes; null if it does not, or if the sequence was
    /// sorted.
    /// </summary>
    public static string? Find(IOperation? sequence) =>
        sequence switch
        {
            null => null,
            _ when sequence.Type is INamedTypeSymbol type && IsUnstable(type, sequence) => type.Name,
            _ when Arrivals.Find(sequence) is { } arriving => arriving,
            IConversionOperation { Operand: { } operand } => Find(operand),
            ITranslatedQueryOperation query => Find(query.Operation),
            IInvocationOperation
            {
                TargetMethod:
                {
                    ContainingType.Name: "Enumerable" or "ParallelEnumerable" or "AsyncEnumerable",
                    Name: "Select" or "Where" or "SelectMany" or "Cast" or "OfType" or "AsEnumerable" or "Distinct" or "ToList" or "ToArray"
                }
            } call => Find(call.Arguments.FirstOrDefault()?.Value),
            IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } owner } => Find(owner),
            _ => null,
        };

    private static bool IsUnstable(INamedTypeSymbol type, IOperation sequence) =>
        type.Name switch
        {
            "ConcurrentDictionary" or "ConcurrentBag" => type.ContainingNamespace.Is("System.Collections.Concurrent"),
            "ImmutableHashSet" or "ImmutableDictionary" => type.ContainingNamespace.Is("System.Collections.Immutable")
                && !HasStableHash(type.TypeArguments.FirstOrDefault()),
            "FrozenSet" or "FrozenDictionary" => type.ContainingNamespace.Is("System.Collections.Frozen")
                && !HasStableHash(type.TypeArguments.FirstOrDefault()),
            "Hashtable" => type.ContainingNamespace.Is("System.Collections"),
            "ParallelQuery" => type.IsGenericType && !IsOrdered(sequence),
            _ => false,
        };

    private static bool HasStableHash(ITypeSymbol? key) =>
        key
            is { TypeKind: TypeKind.Enum }
                or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr and not SpecialType.System_String };

    /// <summary>Whether a parallel query was told to keep the order of its source, or was sorted.</summary>
    private static bool IsOrdered(IOperation? query) =>
        query switch
        {
            IConversionOperation { Operand: { } operand } => IsOrdered(operand),
            ITranslatedQueryOperation translated => IsOrdered(translated.Operation),
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "AsOrdered"
                        or "OrderBy"
                        or "OrderByDescending"
                        or "ThenBy"
                        or "ThenByDescending"
                        or "Order"
                        or "OrderDescending"
                        or "Range"
                        or "Repeat"
                }
            } => true,
            IInvocationOperation { TargetMethod.Name: "AsUnordered" or "AsParallel" } => false,
            IInvocationOperation { TargetMethod.ContainingType.Name: "ParallelEnumerable" } call => IsOrdered(
                call.Arguments.FirstOrDefault()?.Value
            ),
            ILocalReferenceOperation { Local: var local } reference => reference.Root().Values(local).Take(2).ToList() is not [var only]
                || IsOrdered(only),

            // Where the query comes from somewhere else, it may have been ordered there.
            _ => true,
        };
}
