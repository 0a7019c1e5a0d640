using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Recognises a local collection that a body fills, and that nobody ever looks into, be it to fill what is in it: sums by day, or a list
/// for each name.
/// </summary>
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
        var isInner = false;
        var isOwn = true;
        foreach (var use in scope.Descendants())
        {
            if (use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol))
            {
                var fillsInner = IsFillingInner(reference);
                if (!(fillsInner || IsFilling(reference) || IsOfItself(reference, declarator.Symbol, scope)))
                {
                    return false;
                }

                isFilled = true;
                isInner |= fillsInner;
                isOwn &= fillsInner || Given(reference).All(InnerValues.AreNew);
            }
        }

        // What was there before may be filled for those who have it, too.
        return isFilled && (!isInner || (isOwn && InnerValues.AreNew(declarator.GetVariableInitializer()!.Value)));
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

    /// <summary>Whether a use fills a collection in the collection.</summary>
    private static bool IsFillingInner(IOperation collection) =>
        Entry(collection) is { Type: { } type } entry && (type is IArrayTypeSymbol || IsCollection(type)) && IsFilling(entry);

    /// <summary>
    /// Whether an entry is read to be written anew, <c>sums[day] = sums[day] + price</c>, or is referred to by a local for nothing else.
    /// </summary>
    private static bool IsOfItself(IOperation collection, ILocalSymbol local, IOperation scope) =>
        Entry(collection) is { } entry
        && (
            IsPartWritten(entry)
            || IsReadFor(entry, local)
            || (
                entry.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsRef: true } alias } }
                && scope
                    .Descendants()
                    .OfType<ILocalReferenceOperation>()
                    .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, alias))
                    .All(use => IsWritten(use) || IsPartWritten(use) || IsReadFor(use, alias))
            )
        );

    private static IOperation? Entry(IOperation collection) =>
        collection.Parent switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } entry when entry.Instance == collection => entry,
            IArrayElementReferenceOperation element when element.ArrayReference == collection => element,
            _ => null,
        };

    /// <summary>Whether a field of an entry is written that is a value, such as a pair.</summary>
    private static bool IsPartWritten(IOperation entry) =>
        entry is { Type.IsValueType: true, Parent: IMemberReferenceOperation member } && member.Instance == entry && IsWritten(member);

    /// <summary>Whether all that a value is read for is to compute what is written to a collection or a reference.</summary>
    private static bool IsReadFor(IOperation value, ILocalSymbol local) =>
        value.Parent switch
        {
            IAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Value == value
                && IsPartOf(assignment.Target, local),
            IBinaryOperation
            or IUnaryOperation
            or IConversionOperation
            or IParenthesizedOperation
            or ITupleOperation
            or IFieldReferenceOperation => IsReadFor(value.Parent, local),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "Math" or "MathF" } } call } =>
                IsReadFor(call, local),
            _ => false,
        };

    private static bool IsPartOf(IOperation place, ILocalSymbol local) =>
        place switch
        {
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, local),
            IArrayElementReferenceOperation element => IsPartOf(element.ArrayReference, local),
            IMemberReferenceOperation { Instance: { } instance } => IsPartOf(instance, local),
            _ => false,
        };

    /// <summary>The values that a use puts into a collection.</summary>
    private static IEnumerable<IOperation> Given(IOperation collection) =>
        collection.Parent switch
        {
            IInvocationOperation call => call.Arguments.Select(static argument => argument.Value),
            { Parent: IAssignmentOperation assignment } => [assignment.Value],
            _ => [],
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
