using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells whether a body that returns a <c>GateResult</c> always returns a passed one. Anything that it does not understand may refuse, and so does a
/// body that throws. Methods of the compilation are followed.
/// </summary>
internal sealed class GateOutcome
{
    private const int DeepestCall = 8;

    private readonly IOperation _body;
    private readonly CancellationToken _cancellationToken;
    private readonly int _depth;
    private readonly AlwaysTrue _conditions;
    private readonly LocalWrites _writes;
    private readonly HashSet<ILocalSymbol> _asked = new(SymbolEqualityComparer.Default);

    public GateOutcome(IOperation body, CancellationToken cancellationToken)
        : this(body, 0, cancellationToken)
    {
    }

    private GateOutcome(IOperation body, int depth, CancellationToken cancellationToken)
    {
        _body = body;
        _depth = depth;
        _cancellationToken = cancellationToken;
        _writes = LocalWrites.In(body);
        _conditions = new AlwaysTrue(_writes);
    }

    /// <summary>Whether the body returns, and each of its results passes.</summary>
    public bool AlwaysPasses()
    {
        var results = new List<IOperation>();
        return Collect(_body, results) && results.Count > 0 && results.TrueForAll(Passes);
    }

    /// <summary>Collects what is returned where the code can be reached; false where it throws.</summary>
    private bool Collect(IOperation operation, List<IOperation> results)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return true;
            case IThrowOperation:
            case IInvocationOperation { TargetMethod: { IsStatic: true, ReturnsVoid: true } method } when method.Name.StartsWith("Throw", StringComparison.Ordinal):
                return false;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                results.Add(value);
                return Collect(value, results);
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool taken } } conditional:
                return (taken ? conditional.WhenTrue : conditional.WhenFalse) is not { } branch || Collect(branch, results);
            default:
                foreach (var child in operation.ChildOperations)
                {
                    if (!Collect(child, results))
                    {
                        return false;
                    }
                }

                return true;
        }
    }

    private bool Passes(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Passes(conversion.Operand),
        IAwaitOperation awaited => Passes(awaited.Operation),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => PassesConditional(conditional, otherwise),
        ICoalesceOperation coalesce => Passes(coalesce.Value) && Passes(coalesce.WhenNull),
        ISwitchExpressionOperation { Arms.Length: > 0 } choice => choice.Arms.All(arm => Passes(arm.Value)),
        ILocalReferenceOperation local => PassesLocal(local.Local),
        IWithOperation with => PassesWith(with),
        IObjectCreationOperation creation => PassesCreation(creation),
        IInvocationOperation call => PassesCall(call),
        _ => false,
    };

    private bool PassesConditional(IConditionalOperation conditional, IOperation otherwise) =>
        _conditions.Holds(conditional.Condition) ? Passes(conditional.WhenTrue)
        : _conditions.Fails(conditional.Condition) ? Passes(otherwise)
        : Passes(conditional.WhenTrue) && Passes(otherwise);

    private bool PassesLocal(ILocalSymbol local)
    {
        if (!_asked.Add(local))
        {
            return false;
        }

        var passes = _writes.AllOf(local, Passes);
        _asked.Remove(local);
        return passes;
    }

    private bool PassesWith(IWithOperation with)
    {
        var passed = with.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(static a => a.Target is IPropertyReferenceOperation { Property.Name: "Passed" });
        return passed is null ? Passes(with.Operand) : _conditions.Holds(passed.Value);
    }

    private bool PassesCreation(IObjectCreationOperation creation) =>
        creation.Type.IsLanguageType("GateResult") ? Argument(creation.Arguments, "Passed") is { } passed && _conditions.Holds(passed)

        // new ValueTask<GateResult>(result)
        : creation.Type is { Name: "ValueTask" } && creation.Arguments is [var result] && Passes(result.Value);

    private bool PassesCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.IsLanguageType("GateResult"))
        {
            return method.Name switch
            {
                "Pass" => true,
                "AtLeast" => Bounds.MeetsMinimum(Argument(call.Arguments, "value"), Argument(call.Arguments, "minimum")),
                "AtMost" => Bounds.MeetsMaximum(Argument(call.Arguments, "value"), Argument(call.Arguments, "maximum")),
                "All" => Elements(Argument(call.Arguments, "results")) is { Length: > 0 } results && results.All(Passes),
                _ => false,
            };
        }

        if (method is { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } or { Name: "ConfigureAwait" })
        {
            return (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } result && Passes(result);
        }

        return _depth < DeepestCall && BodyOf(call) is { } body && new GateOutcome(body, _depth + 1, _cancellationToken).AlwaysPasses();
    }

    /// <summary>The body of a method whose code is what runs; null for virtual ones, and those without source.</summary>
    private IOperation? BodyOf(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (method.IsAbstract || (call.IsVirtual && !method.ContainingType.IsSealed) || call.SemanticModel is not { } model || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken);
#pragma warning disable RS1030 // Gates are few and their helpers fewer: a model of another file is asked for when one is called, never for each method.
        var declaring = model.SyntaxTree == syntax.SyntaxTree ? model : model.Compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return declaring.GetOperation(syntax, _cancellationToken) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
    }

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>The elements of a params argument; null where they can't be told.</summary>
    private static ImmutableArray<IOperation>? Elements(IOperation? argument) => argument switch
    {
        IConversionOperation conversion => Elements(conversion.Operand),
        ICollectionExpressionOperation collection when !collection.Elements.Any(static e => e is ISpreadOperation) => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => null,
    };
}
