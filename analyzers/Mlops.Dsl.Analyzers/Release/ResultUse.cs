using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells whether what a method does may depend on the result of a gate that it takes: what only tells of it, such as a log, does not. What
/// it does not understand may.
/// </summary>
internal sealed class ResultUse
{
    private const int DeepestCall = 8;

    private readonly IOperation _body;
    private readonly Func<bool> _returns;
    private readonly int _depth;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    private ResultUse(IOperation body, Func<bool> returns, int depth, CancellationToken cancellationToken)
    {
        _body = body;
        _returns = returns;
        _depth = depth;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether what a stage does may depend on the result of a gate among its inputs.</summary>
    public static bool Decides(
        StageDeclaration stage,
        StageDeclaration gate,
        BoundPipeline pipeline,
        CancellationToken cancellationToken
    ) =>
        CalledBody.Of(stage.Method, pipeline.Compilation, cancellationToken) is not { } body
        || new ResultUse(body, static () => true, depth: 0, cancellationToken) is var use
            && stage.Inputs.Any(input => input.Output.Stage == gate && use.Matters(input.Parameter.Name));

    private bool Matters(string parameter) =>
        _body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(use => use.Parameter.Name == parameter && Matters(use));

    /// <summary>Whether something may come of a value, by what it is a part of.</summary>
    private bool Matters(IOperation value)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (value.Parent)
        {
            case IPropertyReferenceOperation { Property.Name: "Reason" } reason when reason.Instance == value:
                return false;
            case IConditionalOperation choice when choice.Condition == value && choice.Type is null:
                return !Telling.IsAll(choice.WhenTrue, _cancellationToken) || !Telling.IsAll(choice.WhenFalse, _cancellationToken);
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return MattersTo(call, argument);
            case IInvocationOperation { TargetMethod.Name: "ToString" } text:
                return Matters(text);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return MattersIn(local);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                return MattersIn(local);
            case IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }:
                return false;
            case IReturnOperation:
                return IsInFunction(value) || _returns();
            case { } part when IsPart(part):
                return Matters(part);
            default:
                return true;
        }
    }

    // What is told of a value is a part of a text, and what is asked of it a part of a condition.
    private static bool IsPart(IOperation parent) =>
        parent
            is IPropertyReferenceOperation
                or IConversionOperation { OperatorMethod: null }
                or IUnaryOperation
                or IBinaryOperation
                or IIsPatternOperation
                or IConditionalOperation { Type: not null }
                or IInterpolationOperation
                or IInterpolatedStringOperation
                or IArrayInitializerOperation
                or IArrayCreationOperation
                or ICollectionExpressionOperation
                or ITupleOperation;

    private bool MattersTo(IInvocationOperation call, IArgumentOperation argument) =>
        !Telling.Is(call)
        && (
            _depth >= DeepestCall
            || argument.Parameter?.Name is not { } parameter
            || CalledBody.Of(call, _cancellationToken) is not { } body
            || new ResultUse(body, () => Matters(call), _depth + 1, _cancellationToken).Matters(parameter)
        );

    private bool MattersIn(ILocalSymbol local) =>
        _asked.Add(local)
        && _body
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Any(use =>
                SymbolEqualityComparer.Default.Equals(use.Local, local)
                && !(use.Parent is ISimpleAssignmentOperation set && set.Target == use)
                && Matters(use)
            );

    private static bool IsInFunction(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
