using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Whether it matters in which order elements come.</summary>
internal static class Ordering
{
    /// <summary>Whether a sequence is put in order, or used as a set, before its order can matter.</summary>
    public static bool IsIrrelevant(IOperation sequence) =>
        sequence.Parent switch
        {
            IConversionOperation conversion => IsIrrelevant(conversion),
            ITranslatedQueryOperation query => IsIrrelevant(query),
            IAwaitOperation awaited => IsIrrelevant(awaited),
            IArgumentOperation { Parent: IInvocationOperation call } => IsSort(call)
                || IsUnordered(call)
                || (IsPassedOn(call) && IsIrrelevant(call)),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol made } } => Sorts(made),
            IInvocationOperation call when call.Instance == sequence => IsSort(call) || IsUnordered(call),
            IPropertyReferenceOperation { Property.Name: "Length" or "Count" or "LongLength" } => true,
            ISpreadOperation { Parent: ICollectionExpressionOperation collection } => IsIrrelevant(collection),
            IReturnOperation result when Flattened(result) is { } flattening => IsIrrelevant(flattening),
            IForEachLoopOperation loop when loop.Collection == sequence => Commutation.IsIn(loop.Body),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } => IsSorted(local, sequence),
            _ => false,
        };

    /// <summary>Whether a call gives its elements in the order of its source, or picks some by it.</summary>
    public static bool IsKeptBy(IInvocationOperation call) =>
        MayKeep(call.TargetMethod) && (!Ties.MayHave(call.TargetMethod) || Ties.DecideIn(call)) && !IsIrrelevant(call);

    /// <summary>Whether calls of a method may do that.</summary>
    public static bool MayKeep(IMethodSymbol method) =>
        method.ContainingType.Name switch
        {
            "Enumerable" or "ParallelEnumerable" => method.Name
                is "ToList"
                    or "ToArray"
                    or "First"
                    or "FirstOrDefault"
                    or "Last"
                    or "LastOrDefault"
                    or "ElementAt"
                    or "Take"
                    or "Skip"
                    or "Aggregate"
                    or "Zip"
                    or "Chunk"
                    or "TakeWhile"
                    or "SkipWhile"
                || Ties.MayHave(method),
            "AsyncEnumerable" => method.Name
                is "ToListAsync"
                    or "ToArrayAsync"
                    or "FirstAsync"
                    or "FirstOrDefaultAsync"
                    or "LastAsync"
                    or "AggregateAsync",
            "String" => method.Name is "Join" or "Concat",
            "ConcurrentBag" or "ConcurrentDictionary" or "ConcurrentQueue" or "ConcurrentStack" or "BlockingCollection" => method.Name
                == "ToArray",
            _ => false,
        };

    /// <summary>Whether a loop's body appends to something, so that what it makes has the order of the loop.</summary>
    public static bool IsKeptBy(IOperation body) => Ties.DecideIn(body) || Keepers(body).Any();

    /// <summary>The steps of a loop's body that append to something.</summary>
    public static IEnumerable<IOperation> Keepers(IOperation body) =>
        body.Descendants().Where(step => RoundNumbers.AreKeptBy(step, body) || Appends(step));

    private static bool Appends(IOperation step) =>
        step switch
        {
            IReturnOperation { Kind: OperationKind.YieldReturn } => true,
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Add"
                        or "AddRange"
                        or "Append"
                        or "AppendLine"
                        or "Enqueue"
                        or "Push"
                        or "Write"
                        or "WriteLine"
                        or "AddLast"
                        or "AppendFormat",
                    ContainingType: { } type
                }
            } => !type.AllInterfaces.Any(static face => face.Name is "ISet" or "IDictionary"),
            ICompoundAssignmentOperation
            {
                Type.SpecialType: SpecialType.System_String or SpecialType.System_Double or SpecialType.System_Single
            } => true,
            _ => false,
        };

    /// <summary>
    /// The step by which a loop's body keeps its order, unless what it makes is sorted after the loop; null if there is none.
    /// </summary>
    public static IOperation? Keeper(IOperation body, IOperation loop, ISymbol? except = null) =>
        Keepers(body)
            .FirstOrDefault(step =>
                step switch
                {
                    IInvocationOperation call
                        when except is not null && SymbolEqualityComparer.Default.Equals(Place(call.Instance), except) => false,
                    IInvocationOperation call when Appends(call) => !Telemetry.Takes(call)
                        && (Place(call.Instance) is not { } place || !(IsDeclaredIn(place, body) || IsSorted(place, loop))),
                    _ => true,
                }
            );

    private static bool IsDeclaredIn(ISymbol place, IOperation body) =>
        place is ILocalSymbol { DeclaringSyntaxReferences: [var declaration, ..] }
        && declaration.SyntaxTree == body.Syntax.SyntaxTree
        && body.Syntax.Span.Contains(declaration.Span);

    /// <summary>The query that puts together what a lambda returns for each element.</summary>
    private static IInvocationOperation? Flattened(IReturnOperation result)
    {
        var parent = result.Parent;
        while (parent is IBlockOperation)
        {
            parent = parent.Parent;
        }

        return
            parent
                is IAnonymousFunctionOperation
                {
                    Parent: IDelegateCreationOperation
                    {
                        Parent: IArgumentOperation
                        {
                            Parent: IInvocationOperation { TargetMethod: { Name: "SelectMany", ContainingType.Name: "Enumerable" } } query
                        }
                    }
                }
            ? query
            : null;
    }

    private static bool IsSort(IInvocationOperation call) =>
        call.TargetMethod.Name is "ThenBy" or "ThenByDescending" or "Sort" or "AsOrdered"
        || (call.TargetMethod.Name is "Order" or "OrderBy" or "OrderDescending" or "OrderByDescending" && !Ties.DecideIn(call));

    /// <summary>Whether a collection puts what it is made with in an order of its own, or is a set: a FileSet sorts by path.</summary>
    private static bool Sorts(INamedTypeSymbol type) =>
        (type.Name == "FileSet" && type.ContainingNamespace.Is("Mlops.Dsl"))
        || type.Name is "SortedSet" or "SortedDictionary" or "SortedList" or "HashSet"
            && type.ContainingNamespace.Is("System.Collections.Generic");

    private static bool IsUnordered(IInvocationOperation call) =>
        (call.TargetMethod.Name == "Sum" && Commutation.IsWhole(call.Type))
        || call.TargetMethod.Name
            is "Count"
                or "LongCount"
                or "Any"
                or "All"
                or "Contains"
                or "ToHashSet"
                or "ToImmutableHashSet"
                or "ToFrozenSet"
                or "ToDictionary"
                or "ToImmutableDictionary"
                or "ToFrozenDictionary"
                or "ToImmutableSortedSet"
                or "ToImmutableSortedDictionary"
                or "Max"
                or "Min"
                or "SetEquals";

    private static bool IsPassedOn(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name is "Enumerable" or "ParallelEnumerable" or "AsyncEnumerable"
        && call.TargetMethod.Name
            is "Select"
                or "Where"
                or "ToArray"
                or "ToList"
                or "Cast"
                or "OfType"
                or "SelectMany"
                or "Distinct"
                or "Concat"
                or "Append"
                or "AsParallel"
                or "AsEnumerable"
                or "ToImmutableArray";

    /// <summary>Whether a place is sorted, or is a local of which every use outside of an expression or body does not care.</summary>
    public static bool IsSorted(ISymbol place, IOperation value)
    {
        var root = value;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var uses = root.Descendants()
            .Where(use => SymbolEqualityComparer.Default.Equals(Place(use), place) && !value.Syntax.Span.Contains(use.Syntax.Span))
            .ToList();
        return uses.Exists(static use =>
                use.Parent
                    is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Sort", ContainingType.Name: "Array" } } }
                        or IInvocationOperation { TargetMethod.Name: "Sort" }
            ) || (place is ILocalSymbol && uses.TrueForAll(IsIrrelevant));
    }

    /// <summary>The local, parameter, field or property that an expression names.</summary>
    public static ISymbol? Place(IOperation? reference) =>
        reference switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
}
