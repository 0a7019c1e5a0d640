using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises races: of several tasks, the one that ends first gives the result. Loops that only wait until one of many has ended are none.
/// </summary>
internal static class TaskRace
{
    /// <summary>Whether what the first task gave, or which one it was, is used.</summary>
    public static bool DecidesBy(IInvocationOperation whenAny)
    {
        var winner = Awaited(whenAny);
        if (winner is null || whenAny.IsInLoop())
        {
            return false;
        }

        return winner.DeclaredLocal() is { } local
            ? whenAny.Root().Uses(local).Any(use => IsTaken(use) || IsAsked(use))
            : IsTaken(winner) || IsAsked(winner);
    }

    /// <summary>The task that ended first: what is awaited, or asked for at once.</summary>
    private static IOperation? Awaited(IOperation whenAny) =>
        whenAny.Parent switch
        {
            IAwaitOperation awaited => awaited,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" } call =>
                call.TargetMethod.Name == "GetResult" ? call : Awaited(call),
            IPropertyReferenceOperation { Property.Name: "Result" } result => result,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } unwrap } => unwrap.Parent,
            _ => null,
        };

    /// <summary>Whether a result is taken from a task. One that is awaited as a statement may fail, and gives nothing.</summary>
    private static bool IsTaken(IOperation task) =>
        task.Parent switch
        {
            IAwaitOperation { Parent: not IExpressionStatementOperation } awaited => awaited.Type
                is { SpecialType: not SpecialType.System_Void },
            IPropertyReferenceOperation { Property.Name: "Result" } => true,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } call => call.TargetMethod.Name
            == "GetResult"
                ? call.Type is { SpecialType: not SpecialType.System_Void }
                : IsTaken(call),
            _ => false,
        };

    /// <summary>Whether a decision is made by which task it was, unless it is to give up.</summary>
    private static bool IsAsked(IOperation task)
    {
        IOperation? asked = task.Parent;
        while (asked is IConversionOperation or IUnaryOperation)
        {
            asked = asked.Parent;
        }

        while (
            asked
                is IBinaryOperation
                    {
                        OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.ConditionalAnd
                    }
                    or IUnaryOperation
        )
        {
            if (asked.Parent is IConditionalOperation choice && choice.Condition == asked)
            {
                return !GivesUp(choice.WhenTrue) && !(choice.WhenFalse is { } other && GivesUp(other)) && !GivesUpAfter(choice);
            }

            asked = asked.Parent;
        }

        return false;
    }

    private static bool GivesUp(IOperation branch) =>
        branch
            .DescendantsAndSelf()
            .Any(static step => step is IThrowOperation or IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" });

    private static bool GivesUpAfter(IConditionalOperation choice) =>
        choice.Parent is IBlockOperation block
        && block.Operations.SkipWhile(step => step != choice).Skip(1).Any(static step => step is IThrowOperation);
}
