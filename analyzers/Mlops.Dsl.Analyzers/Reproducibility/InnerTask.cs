using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises tasks of tasks, as <c>StartNew</c> makes them of async methods, of which only the outer one is awaited: it ends when the
/// inner one begins to wait.
/// </summary>
internal static class InnerTask
{
    /// <summary>Whether calls of a method may make one.</summary>
    public static bool MayMake(ISymbol member) =>
        member is IMethodSymbol { Name: "StartNew" or "ContinueWith", ContainingType.Name: "TaskFactory" or "Task" };

    /// <summary>Whether a call makes one, and the inner task is lost.</summary>
    public static bool IsLost(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: "Task" or "ValueTask" }] } && Ends(call);

    /// <summary>Whether nothing takes the inner task out of the outer one, or out of several of them.</summary>
    private static bool Ends(IOperation outer) =>
        outer.Parent switch
        {
            // As a plain task it cannot be unwrapped any more.
            IConversionOperation { Type: INamedTypeSymbol { Name: "Task", TypeArguments.IsEmpty: true } } => true,
            IConversionOperation conversion => Ends(conversion),
            IAwaitOperation { Parent: IExpressionStatementOperation } => true,
            IReturnOperation result => Lambda(result) is { } lambda && Ends(lambda),
            IDelegateCreationOperation creation => Ends(creation),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" } call => Ends(call),
            IInvocationOperation { TargetMethod.Name: "Wait" } => true,
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod switch
            {
                { Name: "WaitAll", ContainingType.Name: "Task" } => true,
                { Name: "WhenAll", ContainingType.Name: "Task" }
                or { Name: "Select" or "ToList" or "ToArray", ContainingType.Name: "Enumerable" } => Ends(call),
                { Name: "Add", ContainingType.Name: "List" } => false,
                _ => false,
            },
            IVariableInitializerOperation
            or ISimpleAssignmentOperation { Target: ILocalReferenceOperation } when outer.DeclaredLocal() is { } local => outer
                .Root()
                .Uses(local)
                .ToList()
                is { Count: > 0 } uses
                && uses.TrueForAll(Ends),
            IArrayInitializerOperation { Parent: IArrayCreationOperation array } => Ends(array),
            ICollectionExpressionOperation collection => Ends(collection),
            ISpreadOperation spread => Ends(spread),
            _ => false,
        };

    private static IOperation? Lambda(IReturnOperation result)
    {
        var parent = result.Parent;
        while (parent is IBlockOperation)
        {
            parent = parent.Parent;
        }

        return parent as IAnonymousFunctionOperation;
    }
}
