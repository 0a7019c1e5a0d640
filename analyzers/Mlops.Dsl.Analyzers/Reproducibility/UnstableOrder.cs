using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Concurrent and hashed collections, and parallel queries, have an order of the moment.</summary>
internal sealed class UnstableOrder : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4006",
        "Order of a collection changes from run to run",
        "{0} takes the elements of '{1}' in an order that changes from run to run; sort them first",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Concurrent collections, queues and channels that several threads fill, tasks as they end, and parallel queries give "
            + "their elements in the order that threads happened to finish, immutable hash tables in the order of hash codes, which each "
            + "process seeds anew. Whatever keeps that order is different in each run.",
        helpLinkUri: RuleHelp.Link("MLP4006")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Linq.Enumerable",
            "System.Linq.ParallelEnumerable",
            "System.Linq.AsyncEnumerable",
            "System.String",
            "System.Collections.Concurrent.ConcurrentBag`1",
            "System.Collections.Concurrent.ConcurrentDictionary`2",
            "System.Collections.Concurrent.ConcurrentQueue`1",
            "System.Collections.Concurrent.ConcurrentStack`1",
            "System.Collections.Concurrent.BlockingCollection`1",
            "System.Threading.Tasks.Task",
            "System.Threading.Channels.ChannelReader`1",
            "System.Collections.ArrayList",
            "System.Collections.ICollection",
            "System.Collections.Generic.List`1",
            "System.Collections.Generic.Queue`1",
            "System.Collections.Generic.Stack`1",
            "System.Collections.Generic.LinkedList`1",
            "System.Text.StringBuilder",
            "Mlops.Dsl.Raw`1",
        ];

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Loop, OperationKind.Spread];

    public override bool Includes(ISymbol member) =>
        member is IMethodSymbol method
        && (
            method.MethodKind == MethodKind.Constructor
                ? KeepsOrder(method.ContainingType)
                : method.Name
                    is "AddRange"
                        or "CopyTo"
                        or "WhenAny"
                        or "TryRead"
                        or "ReadAsync"
                        or "TryDequeue"
                        or "TryPop"
                        or "TryTake"
                        or "Take"
                    || MayShare(method)
                    || Ordering.MayKeep(method)
        );

    public override Func<ISymbol, bool, bool> Recognizes => static (member, isOwn) => isOwn && SharedHelpers.MayBe(member);

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IForEachLoopOperation loop when Arrivals.Find(loop.Collection) is { } arriving => Ordering.Keeper(loop.Body, loop) is { } keeper
                ? new Fault(keeper.Syntax.GetLocation(), [arriving])
                : null,
            IForEachLoopOperation loop when UnstableCollections.Find(loop.Collection) is { } collection && Ordering.IsKeptBy(loop.Body) =>
                new Fault(loop.Collection.Syntax.GetLocation(), [collection]),
            ISpreadOperation spread
                when Untold(spread.Operand) is { } collection && !IsSet(spread.Parent?.Type) && !Ordering.IsIrrelevant(spread.Operand) =>
                new Fault(spread.Operand.Syntax.GetLocation(), [collection]),
            IObjectCreationOperation { Arguments: [{ Value: { } source }] } creation
                when Untold(source) is { } collection && !Ordering.IsIrrelevant(creation) => operation.Fault(collection),
            IInvocationOperation next when Arrivals.FindNext(next) is { } arriving => KeeperAround(next) is { } keeper
                ? new Fault(keeper.Syntax.GetLocation(), [arriving])
                : null,
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call => SharedHelpers.OrderTaken(call) is { } taken
                ? new Fault(taken.Syntax.GetLocation(), [call.Instance!.Syntax.ToString()])
                : null,
            IInvocationOperation call when Shared(call) is { } list => operation.Fault(list),
            IInvocationOperation { TargetMethod.Name: "AddRange", Arguments: [{ Value: { } source }] } call
                when Untold(source) is { } collection && !IsSorted(call) => operation.Fault(collection),
            IInvocationOperation { TargetMethod.Name: "CopyTo", Arguments: [{ Value: { } target }, ..] } call
                when UnstableCollections.Find(call.Instance) is { } collection
                    && !(Ordering.Place(target.Unconverted()) is { } place && Ordering.IsSorted(place, call)) => operation.Fault(
                collection
            ),
            IInvocationOperation { TargetMethod.Name: "WhenAny" } call => TaskRace.DecidesBy(call)
                ? operation.Fault(call.Syntax.ToString())
                : null,
            IInvocationOperation fold when ParallelFolds.Rounds(fold) || ParallelFolds.IsUnordered(fold) => null,
            IInvocationOperation call when UnstableCollections.Find(Sequence(call)) is { } collection && Ordering.IsKeptBy(call) =>
                operation.Fault(collection),
            _ => null,
        };

    /// <summary>The step that keeps the order in which the loop around a call takes elements, one by one.</summary>
    private static IOperation? KeeperAround(IInvocationOperation next)
    {
        // To start another task in the place of one that has ended keeps no order.
        var waited =
            next.TargetMethod.Name == "WhenAny" && next.Arguments is [{ Value: { } tasks }] ? Ordering.Place(tasks.Unconverted()) : null;
        for (
            var current = next.Parent;
            current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation);
            current = current.Parent
        )
        {
            if (current is ILoopOperation loop && Ordering.Keeper(loop, loop, waited) is { } keeper)
            {
                return keeper;
            }
        }

        return null;
    }

    private static IOperation? Sequence(IInvocationOperation call) =>
        call.Instance
        ?? (call.TargetMethod.Name == nameof(string.Join) ? call.Arguments.LastOrDefault()?.Value : call.Arguments.FirstOrDefault()?.Value);

    /// <summary>The collection that a sequence takes its order from, unless a call in it is reported for that.</summary>
    private static string? Untold(IOperation sequence) =>
        UnstableCollections.Find(sequence) is { } collection
        && !sequence.DescendantsAndSelf().OfType<IInvocationOperation>().Any(Ordering.IsKeptBy)
            ? collection
            : null;

    /// <summary>The list to which several threads add, as they come; null if it is none, or is sorted after that.</summary>
    private static string? Shared(IInvocationOperation call) =>
        MayShare(call.TargetMethod)
        && ParallelBodies.Around(call) is { } lambda
        && lambda.Shares(call.Instance)
        && !(Ordering.Place(call.Instance) is { } place && Ordering.IsSorted(place, lambda))
            ? call.Instance!.Syntax.ToString()
            : null;

    /// <summary>Whether a collection gives its elements as they came.</summary>
    private static bool KeepsOrder(INamedTypeSymbol type) =>
        type.Name is "List" or "Queue" or "Stack" or "LinkedList" or "StringBuilder" or "Raw" or "ArrayList";

    /// <summary>Whether a method adds to what keeps the order of what is added.</summary>
    public static bool MayShare(IMethodSymbol method) =>
        method.Name is "Add" or "AddRange" or "Enqueue" or "Push" or "AddLast" or "Append" or "AppendLine"
        && method.ContainingType.Name is "List" or "Queue" or "Stack" or "LinkedList" or "StringBuilder" or "ArrayList";

    private static bool IsSorted(IInvocationOperation call) =>
        call.Instance is ILocalReferenceOperation { Local: { } local } && Ordering.IsSorted(local, call);

    private static bool IsSet(ITypeSymbol? type) => type is not null && type.AllInterfaces.Any(static face => face.Name == "ISet");
}
