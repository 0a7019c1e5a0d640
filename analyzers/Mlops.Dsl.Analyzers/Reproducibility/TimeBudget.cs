using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises budgets of time, which a faster machine uses for more rounds: a loop that ends by a measured time, or by a token that fires
/// after some time.
/// A token whose firing throws is a timeout: it gives no result, and thus no other one.
/// </summary>
internal static class TimeBudget
{
    /// <summary>Whether a member of a token source says after which time it fires.</summary>
    public static bool Sets(ISymbol member) =>
        member is IMethodSymbol { ContainingType.Name: "CancellationTokenSource" } method
        && (method.Name == "CancelAfter" || (method.MethodKind == MethodKind.Constructor && !method.Parameters.IsEmpty));

    /// <summary>Whether that a source fires ends a computation whose result is kept.</summary>
    public static bool IsSpent(IOperation operation)
    {
        var source = operation is IInvocationOperation { Instance: { } instance }
            ? (instance.Unconverted() as ILocalReferenceOperation)?.Local
            : operation.DeclaredLocal();
        return source is not null && operation.Root().Uses(source).Any(static use => Ends(use, depth: 0) || IsCaught(use));
    }

    /// <summary>Whether a value decides how many rounds a loop has, here or where a property or method that returns it is asked.</summary>
    public static bool EndsLoop(IOperation value) => EndsLoop(value, depth: 0);

    private static bool EndsLoop(IOperation value, int depth)
    {
        var (child, parent) = (value, value.Parent);
        while (parent is IBinaryOperation or IUnaryOperation or IConversionOperation or IPropertyReferenceOperation)
        {
            (child, parent) = (parent, parent.Parent);
        }

        return parent switch
        {
            IWhileLoopOperation loop => loop.Condition == child,
            IForLoopOperation loop => loop.Condition == child,
            IConditionalOperation choice => choice.Condition == child && Leaves(choice.WhenTrue) && choice.IsInLoop(),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TakeWhile" } } => true,
            IReturnOperation
            {
                Parent: IBlockOperation
                {
                    Parent: IAnonymousFunctionOperation
                    {
                        Parent: IDelegateCreationOperation
                        {
                            Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TakeWhile" } }
                        }
                    }
                }
            } => true,
            IReturnOperation { SemanticModel: { } model } told when depth < 2 => MemberUses
                .OfQuestion(told, model)
                .Any(use => EndsLoop(use, depth + 1)),
            _ => false,
        };
    }

    /// <summary>Whether a source or token, here or in a helper that it is given to, is asked by a loop that then just ends.</summary>
    private static bool Ends(IOperation use, int depth) =>
        depth < 4
        && use.Parent switch
        {
            IConversionOperation conversion => Ends(conversion, depth),
            IPropertyReferenceOperation { Property.Name: "Token" } token => Ends(token, depth),
            IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } asked => EndsLoop(asked)
                || (asked.DeclaredLocal() is { } told && asked.Root().Uses(told).Any(static use => EndsLoop(use))),
            IVariableInitializerOperation
            or ISimpleAssignmentOperation { Target: ILocalReferenceOperation } when use.DeclaredLocal() is { } local => use.Root()
                .Uses(local)
                .Any(other => Ends(other, depth + 1)),
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } assignment when assignment.Value == use =>
                Ends(field, use, depth),
            IFieldInitializerOperation { InitializedFields: [var field] } => Ends(field, use, depth),
            IArgumentOperation argument when HelperArguments.Helper(argument) is { } helper => HelperArguments
                .Uses(argument, helper)
                ?.Any(inner => Ends(inner, depth + 1)) == true,
            _ => false,
        };

    private static bool Ends(IFieldSymbol field, IOperation use, int depth) =>
        field.DeclaredAccessibility == Accessibility.Private && FieldUses.Of(field, use.SemanticModel).Any(inner => Ends(inner, depth + 1));

    /// <summary>
    /// Whether the exception of a token that fires is caught around its use, and not thrown on, so that what was computed so far is kept.
    /// </summary>
    private static bool IsCaught(IOperation use)
    {
        for (var (child, parent) = (use, use.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (
                parent is ITryOperation attempt
                && attempt.Body == child
                && attempt.Catches.Any(static caught =>
                    caught.ExceptionType.Name is "OperationCanceledException" or "TaskCanceledException"
                    && !caught.Handler.Descendants().Any(static step => step is IThrowOperation)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IOperation branch) =>
        branch
            is IBranchOperation { BranchKind: BranchKind.Break }
                or IReturnOperation
                or IBlockOperation { Operations: [.., IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation] };
}
