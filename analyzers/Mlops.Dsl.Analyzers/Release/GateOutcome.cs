using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells whether a body that returns a <c>GateResult</c> always returns a passed one. Anything that it does not understand may refuse, and
/// so does a body that throws what it does not catch itself. Methods of the compilation are followed.
/// </summary>
internal sealed class GateOutcome
{
    private const int DeepestCall = 8;

    private readonly IOperation _body;
    private readonly CancellationToken _cancellationToken;
    private readonly int _depth;
    private readonly AlwaysTrue _conditions;
    private readonly Ranges _ranges;
    private readonly Bounds _bounds;
    private readonly LocalWrites _writes;
    private readonly Caught _caught = new();
    private readonly HashSet<ILocalSymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at the body of a gate.</summary>
    /// <param name="body">The body.</param>
    /// <param name="given">What is known of the numbers that it takes.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public GateOutcome(IOperation body, IReadOnlyDictionary<ISymbol, Interval> given, CancellationToken cancellationToken)
        : this(body, given, 0, cancellationToken) { }

    private GateOutcome(IOperation body, IReadOnlyDictionary<ISymbol, Interval> given, int depth, CancellationToken cancellationToken)
    {
        _body = body;
        _depth = depth;
        _cancellationToken = cancellationToken;
        _writes = LocalWrites.In(body);
        _conditions = new AlwaysTrue(_writes, given, depth, cancellationToken) { Passes = Passes };
        _ranges = new Ranges(_writes, given, depth, cancellationToken);
        _bounds = new Bounds(_ranges);
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
            case ITryOperation attempt:
                return _caught.In(attempt, body => Collect(body, results))
                    && attempt.Catches.All(handler => Collect(handler, results))
                    && (attempt.Finally is not { } always || Collect(always, results));
            case IThrowOperation or IInvocationOperation when _caught.Catches(operation):
                return true;
            case IThrowOperation:
            case IInvocationOperation { TargetMethod: { IsStatic: true, ReturnsVoid: true } method }
                when method.Name.StartsWith("Throw", StringComparison.Ordinal):
                return false;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                results.Add(value);
                return Collect(value, results);
            case IConditionalOperation conditional when _conditions.Holds(conditional.Condition):
                return Collect(conditional.WhenTrue, results);
            case IConditionalOperation conditional when _conditions.Fails(conditional.Condition):
                return conditional.WhenFalse is not { } branch || Collect(branch, results);
            case IBlockOperation block:
                return block
                    .Operations.Take(1 + block.Operations.TakeWhile(step => !Ends(step)).Count())
                    .All(step => Collect(step, results));
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

    /// <summary>Whether nothing after a statement runs.</summary>
    private bool Ends(IOperation step) =>
        step switch
        {
            IReturnOperation or IThrowOperation => true,
            IBlockOperation block => block.Operations.Any(Ends),
            IConditionalOperation conditional => _conditions.Holds(conditional.Condition) && Ends(conditional.WhenTrue),
            _ => false,
        };

    private bool Passes(IOperation value) =>
        value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Passes(conversion.Operand),
            IAwaitOperation awaited => Passes(awaited.Operation),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => PassesConditional(conditional, otherwise),
            ICoalesceOperation coalesce => _conditions.FindsPassed(coalesce.Value) || Passes(coalesce.Value) && Passes(coalesce.WhenNull),
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
        var passed = with
            .Initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static a => a.Target is IPropertyReferenceOperation { Property.Name: "Passed" });
        return passed is null ? Passes(with.Operand) : _conditions.Holds(passed.Value);
    }

    private bool PassesCreation(IObjectCreationOperation creation) =>
        creation.Type.IsLanguageType("GateResult")
            ? Argument(creation.Arguments, "Passed") is { } passed && _conditions.Holds(passed)
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
                "AtLeast" => Passes(call, Argument(call.Arguments, "value"), Argument(call.Arguments, "minimum")),
                "AtMost" => Passes(call, Argument(call.Arguments, "maximum"), Argument(call.Arguments, "value")),
                "All" => CollectedResults.Of(Argument(call.Arguments, "results"), _body, _writes) is { Count: > 0 } results
                    && results.All(Passes),
                _ => false,
            };
        }

        if (method is { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } or { Name: "ConfigureAwait" })
        {
            return (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } result && Passes(result);
        }

        return _depth < DeepestCall
            && CalledBody.Of(call, _cancellationToken) is { } body
            && new GateOutcome(body, _ranges.Arguments(call), _depth + 1, _cancellationToken).AlwaysPasses();
    }

    private bool Passes(IInvocationOperation call, IOperation? greater, IOperation? smaller) =>
        _bounds.MeetsMinimum(greater, smaller) || KnownConditions.MeetsMinimum(call, greater, smaller);

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
}
