using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Recognises a local collection that a body fills, and that nobody ever looks into.</summary>
internal static class FilledInVain
{
    /// <summary>Whether a local begins as a new collection.</summary>
    public static bool MayBe(IVariableDeclaratorOperation declarator) =>
        Made(declarator.GetVariableInitializer()?.Value) switch
        {
            IArrayCreationOperation => true,
            IObjectCreationOperation or ICollectionExpressionOperation => IsCollection(declarator.Symbol.Type),
            _ => false,
        };

    /// <summary>Whether such a local is filled, and used for nothing else.</summary>
    public static bool Is(IVariableDeclaratorOperation declarator)
    {
        IOperation scope = declarator;
        while (scope.Parent is { } parent && scope.Kind != OperationKind.Block)
        {
            scope = parent;
        }

        var isFilled = false;
        foreach (var use in scope.Descendants())
        {
            if (use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol))
            {
                if (!IsFilling(reference))
                {
                    return false;
                }

                isFilled = true;
            }
        }

        return isFilled;
    }

    private static IOperation? Made(IOperation? value) => value is IConversionOperation conversion ? Made(conversion.Operand) : value;

    private static bool IsFilling(IOperation collection) =>
        collection.Parent switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } entry => entry.Instance == collection && IsWritten(entry),
            IArrayElementReferenceOperation element => element.ArrayReference == collection && IsWritten(element),
            IInvocationOperation
            {
                TargetMethod.Name: "Add"
                    or "AddRange"
                    or "TryAdd"
                    or "Append"
                    or "AppendLine"
                    or "Enqueue"
                    or "Push"
                    or "AddLast"
                    or "Insert"
            } call => call.Instance == collection && call.Parent is IExpressionStatementOperation,
            _ => false,
        };

    private static bool IsWritten(IOperation place) =>
        place.Parent switch
        {
            IAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Target == place,
            IIncrementOrDecrementOperation { Parent: IExpressionStatementOperation } => true,
            _ => false,
        };

    private static bool IsCollection(ITypeSymbol type) =>
        type.Name == "StringBuilder"
        || (
            type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent"
            && type.AllInterfaces.Any(static face => face.Name is "ICollection")
        );
}
