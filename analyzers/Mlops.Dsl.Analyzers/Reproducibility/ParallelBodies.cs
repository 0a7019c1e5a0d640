using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises what several threads run at once: the lambdas that are given to <c>Parallel</c>.</summary>
internal static class ParallelBodies
{
    /// <summary>The lambda around an operation that several threads run; null if there is none.</summary>
    public static IAnonymousFunctionOperation? Around(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation { Parent: { } parent } lambda && IsParallel(parent))
            {
                return lambda;
            }
        }

        return null;
    }

    /// <summary>Whether a place is one for all threads: a field, a property, or a variable from outside of the lambda.</summary>
    public static bool Shares(this IAnonymousFunctionOperation lambda, IOperation? place) => place switch
    {
        ILocalReferenceOperation local => !SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, lambda.Symbol),
        IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true } => true,
        _ => false,
    };

    private static bool IsParallel(IOperation parent) =>
        (parent as IDelegateCreationOperation)?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Parallel" } method } }
        && method.ContainingType.ContainingNamespace.Is("System.Threading.Tasks");
}
