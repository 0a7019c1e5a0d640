using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises what gives elements as they arrive: tasks in the order in which they end, and queues and channels that several threads fill.
/// One that a single thread fills gives them in the order in which that one does.
/// </summary>
internal static class Arrivals
{
    /// <summary>The name of what a sequence takes its elements from as they arrive; null if it does not.</summary>
    public static string? Find(IOperation? sequence) =>
        sequence switch
        {
            IConversionOperation { Operand: { } operand } => Find(operand),
            IInvocationOperation call => Find(call),
            { Type: INamedTypeSymbol type } when IsQueue(type) => Fed(sequence) ? type.Name : null,
            _ => null,
        };

    /// <summary>
    /// The name of what a call in a loop takes one element from, the next that is there; null if it takes none, or in an order that lasts.
    /// </summary>
    public static string? FindNext(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: "WhenAny", ContainingType.Name: "Task" } any => call.Arguments is [{ Value: { } tasks }]
            && any.Parameters[0] is { IsParams: false }
            && !IsSingle(tasks)
                ? "Task.WhenAny"
                : null,
            { Name: "TryRead" or "ReadAsync", ContainingType.Name: "ChannelReader" } => Fed(call.Instance) ? "Channel" : null,
            { Name: "TryDequeue" or "TryPop" or "TryTake" or "Take" } take => IsQueue(take.ContainingType) && Fed(call.Instance)
                ? take.ContainingType.Name
                : null,
            _ => null,
        };

    /// <summary>Whether a type is one of queues for several threads. A bag has no order even for one thread.</summary>
    public static bool IsQueue(INamedTypeSymbol type) =>
        type.Name is "ConcurrentQueue" or "ConcurrentStack" or "BlockingCollection"
        && type.ContainingNamespace.Is("System.Collections.Concurrent");

    private static string? Find(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: "WhenEach", ContainingType.Name: "Task" } => "Task.WhenEach",
            { Name: "ReadAllAsync", ContainingType.Name: "ChannelReader" } => Fed(call.Instance) ? "Channel" : null,
            { Name: "GetConsumingEnumerable", ContainingType.Name: "BlockingCollection" } => Fed(call.Instance)
                ? "BlockingCollection"
                : null,
            { Name: "WithCancellation" or "ConfigureAwait" or "ToBlockingEnumerable" } => Find(
                call.Instance ?? call.Arguments.FirstOrDefault()?.Value
            ),
            _ => null,
        };

    /// <summary>Whether there is one task to wait for at a time, such as the next of a stream or a pause.</summary>
    private static bool IsSingle(IOperation tasks) =>
        tasks switch
        {
            IConversionOperation conversion => IsSingle(conversion.Operand),
            IArrayCreationOperation or ICollectionExpressionOperation => true,
            _ => false,
        };

    /// <summary>
    /// Whether several threads put something into a queue or a channel: code that many of them run names it, or its writer.
    /// </summary>
    private static bool Fed(IOperation? source)
    {
        if (Origin(source) is not { } place)
        {
            return false;
        }

        var root = source!.Root();
        var places = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { place };
        foreach (var declarator in root.Descendants().OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.GetVariableInitializer()?.Value is { } value && Origin(value) is { } from && places.Contains(from))
            {
                places.Add(declarator.Symbol);
            }
        }

        return root.Descendants()
            .Any(use =>
                Ordering.Place(use) is { } used
                && places.Contains(used)
                && IsFilling(use)
                && ParallelBodies.Around(use) is { } threads
                && threads.Shares(use)
            );
    }

    /// <summary>The variable that a queue, a channel, or an end of one comes from.</summary>
    private static ISymbol? Origin(IOperation? source) =>
        source switch
        {
            IConversionOperation { Operand: { } operand } => Origin(operand),
            IPropertyReferenceOperation
            {
                Property: { Name: "Reader" or "Writer", ContainingType.Name: "Channel" },
                Instance: { } channel
            } => Origin(channel),
            _ => Ordering.Place(source),
        };

    private static bool IsFilling(IOperation use) =>
        use.Parent switch
        {
            IConversionOperation conversion => IsFilling(conversion),
            IPropertyReferenceOperation { Property.Name: "Writer" } writer => IsFilling(writer),
            IInvocationOperation call => call.TargetMethod.Name
                is "Add"
                    or "TryAdd"
                    or "Enqueue"
                    or "Push"
                    or "PushRange"
                    or "TryWrite"
                    or "WriteAsync",
            IArgumentOperation => true,
            IMethodReferenceOperation method => method.Method.Name is "Add" or "TryAdd" or "Enqueue" or "Push" or "TryWrite",
            _ => false,
        };
}
