using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises what several threads run at once: the lambdas that are given to <c>Parallel</c> and to parallel queries, and those of
/// tasks of which a loop or a query starts several.
/// </summary>
internal static class ParallelBodies
{
    /// <summary>
    /// The code around an operation that several threads run: a lambda, or the rounds of a loop that starts tasks; null if there is none.
    /// </summary>
    public static IOperation? Around(IOperation operation)
    {
        var isTask = false;
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation { Parent: { } parent } lambda:
                    if (IsParallel(parent) || (IsOfEach(parent) && (isTask || (lambda.Symbol.IsAsync && Waits(lambda, operation)))))
                    {
                        return lambda;
                    }

                    isTask |= StartsTask(parent);
                    break;
                case ILocalFunctionOperation:
                    return null;
                case ILoopOperation loop when isTask && !IsAwaitedInside(loop, operation):
                    return loop.Body;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a place is one for all threads: a variable from outside of the lambda, and of such a variable a field, a property, or an
    /// element whose position has nothing to do with what the lambda is given.
    /// </summary>
    public static bool Shares(this IOperation lambda, IOperation? place) =>
        place switch
        {
            ILocalReferenceOperation local => !IsInside(local.Local, lambda),
            IParameterReferenceOperation parameter => !IsInside(parameter.Parameter.ContainingSymbol, lambda),
            IInstanceReferenceOperation => true,
            IMemberReferenceOperation member when IsOfThread(member.Member) => false,
            IFieldReferenceOperation field => field.Instance is null || lambda.Shares(field.Instance),
            IPropertyReferenceOperation property => (property.Instance is null || lambda.Shares(property.Instance))
                && property.Arguments.All(argument => lambda.IsSamePlace(argument.Value)),
            IArrayElementReferenceOperation element => lambda.Shares(element.ArrayReference) && element.Indices.All(lambda.IsSamePlace),
            _ => false,
        };

    /// <summary>
    /// Whether a position is the same whatever the lambda is given: a constant, a variable from outside, or the counter of a loop that
    /// starts at a constant.
    /// </summary>
    private static bool IsSamePlace(this IOperation lambda, IOperation index) =>
        index switch
        {
            { ConstantValue.HasValue: true } => true,
            ILocalReferenceOperation local => lambda.Shares(local) || IsCounter(local.Local, lambda),
            IParameterReferenceOperation parameter => lambda.Shares(parameter),
            IBinaryOperation binary => lambda.IsSamePlace(binary.LeftOperand) && lambda.IsSamePlace(binary.RightOperand),
            IConversionOperation conversion => lambda.IsSamePlace(conversion.Operand),
            _ => false,
        };

    /// <summary>
    /// Whether a local, or the function that a parameter belongs to, is declared in the lambda, be it in a function of its own.
    /// </summary>
    private static bool IsInside(ISymbol declared, IOperation lambda) =>
        declared.DeclaringSyntaxReferences is not [var declaration, ..]
        || (declaration.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(declaration.Span));

    private static bool IsOfThread(ISymbol member) =>
        member.ContainingType.Name is "ThreadLocal" or "AsyncLocal"
        || member.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    private static bool IsCounter(ILocalSymbol local, IOperation lambda) =>
        lambda
            .Descendants()
            .OfType<IForLoopOperation>()
            .Any(loop =>
                loop.Before.Any(step =>
                    step is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var counter] }] }
                    && SymbolEqualityComparer.Default.Equals(counter.Symbol, local)
                    && counter.GetVariableInitializer()?.Value.ConstantValue.HasValue == true
                )
            );

    private static bool IsParallel(IOperation parent) =>
        Called(parent) is { ContainingType: { } type }
        && type.Name switch
        {
            "Parallel" => type.ContainingNamespace.Is("System.Threading.Tasks"),
            "ParallelEnumerable" => type.ContainingNamespace.Is("System.Linq"),
            _ => false,
        };

    /// <summary>Whether a lambda is run for each element of a sequence.</summary>
    private static bool IsOfEach(IOperation parent) =>
        Called(parent) is { Name: "Select" or "ForEach" or "ConvertAll", ContainingType.Name: "Enumerable" or "List" or "Array" };

    /// <summary>Whether a lambda is run by a thread of its own.</summary>
    private static bool StartsTask(IOperation parent) =>
        Called(parent) is { ContainingType: { } type } method
        && (type.Name, method.Name) switch
        {
            ("Task", "Run") or ("TaskFactory", "StartNew") => type.ContainingNamespace.Is("System.Threading.Tasks"),
            ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") or ("Thread", _) => type.ContainingNamespace.Is(
                "System.Threading"
            ),
            _ => false,
        };

    private static IMethodSymbol? Called(IOperation parent) =>
        (parent as IDelegateCreationOperation)?.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod,
            IArgumentOperation { Parent: IObjectCreationOperation creation } => creation.Constructor,
            _ => null,
        };

    /// <summary>
    /// Whether an async lambda has waited for something before it gets to an operation, so that another one may be there first.
    /// </summary>
    private static bool Waits(IAnonymousFunctionOperation lambda, IOperation operation) =>
        lambda.Body.Descendants().Any(step => step is IAwaitOperation && step.Syntax.SpanStart < operation.Syntax.Span.End);

    /// <summary>Whether each round waits for the task that it starts.</summary>
    private static bool IsAwaitedInside(ILoopOperation loop, IOperation operation)
    {
        for (var current = operation; current != loop; current = current.Parent!)
        {
            if (
                current
                is IAwaitOperation
                    or IInvocationOperation
                    {
                        TargetMethod: { Name: "Wait" or "GetResult" or "Join", ContainingType.Name: "Task" or "TaskAwaiter" or "Thread" }
                    }
            )
            {
                return true;
            }
        }

        return false;
    }
}
