using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Calls, as rules see them: into the compilation's own code by running it, into libraries by what their signatures promise.
/// </summary>
/// <param name="context">The body that calls.</param>
/// <param name="own">Calls of the compilation's own code.</param>
/// <param name="library">Calls into libraries.</param>
/// <param name="functions">Calls of functions that the body holds.</param>
/// <param name="captures">What functions know.</param>
/// <param name="open">What is left to the callers of the body.</param>
internal sealed class MethodCalls(
    FrameContext context,
    OwnCalls own,
    LibraryCalls library,
    FunctionCalls functions,
    Captures captures,
    OpenFindings open
)
{
    // What rules may ask: one of each for all calls of the body, which are many.
    private readonly Func<IOperation, FlowValue> _evaluate = context.Evaluate;
    private readonly Func<IMethodSymbol, IEnumerable<FlowBody>> _reach = context.Engine.BodiesOf;
    private readonly Func<FlowFunction, IOperation, FlowValue> _invoke = (function, site) => functions.Invoke(function, [], site, []);
    private readonly Action<OpenFinding> _leave = open.Leave;

    /// <summary>The arguments of a call, in the order of the parameters.</summary>
    public ImmutableArray<FlowArgument> Arguments(
        ImmutableArray<IArgumentOperation> operations,
        ImmutableArray<IParameterSymbol> parameters
    )
    {
        var arguments = new FlowArgument[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new FlowArgument(parameters[i], Operation: null, FlowValue.None);
        }

        foreach (var operation in operations)
        {
            // In the order in which they are evaluated, which named arguments may change.
            if (operation.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
            {
                arguments[parameter.Ordinal] = new FlowArgument(parameter, operation.Value, context.Evaluate(operation.Value));
            }
        }

        return ImmutableArray.Create(arguments);
    }

    /// <summary>What a call gives, after all rules have looked at it.</summary>
    public FlowValue Call(CallSite site, bool isVirtual)
    {
        var engine = context.Engine;
        site = site with { Arguments = OpenRows.Opened(site.Method, site.Arguments) };
        var call = Described(site);
        foreach (var rule in engine.Rules)
        {
            rule.Check(call, engine.Report);
        }

        functions.SeeAdders(site.Arguments, site.Instance);
        var told = Mark.None;
        foreach (var rule in engine.Rules)
        {
            told |= rule.Reported(call);
        }

        // What a generated logger does with its arguments is what was just said of the call.
        var result = call.Callee.IsLogger
            ? FlowValue.None
            : call.Callee.On(Reach(told == Mark.None ? site : Without(site, told), isVirtual));
        if (site.Arguments.Any(static a => a.Value.All != a.Value.Own))
        {
            var made = result.Join(Afterwards(site.Object));
            foreach (var rule in engine.Rules)
            {
                rule.CheckMade(call, made, engine.Report);
            }
        }

        foreach (var rule in engine.Rules)
        {
            rule.CheckResult(call, result, engine.Report);
            result = rule.Result(call, result);
        }

        if (PredictionNames.Are(site.Method))
        {
            result = result.Without(Mark.Asked);
        }

        Settle(call, site);
        LeaveIn(call, site);
        return result;
    }

    /// <summary>A call as rules see it.</summary>
    private FlowCall Described(CallSite site)
    {
        var called = site.Object is null && ReferenceEquals(site.Instance, FlowValue.None) ? null : site.Instance;
        return new FlowCall(site.Operation, site.Method, context.Symbols.Of(site.Method), called, site.Arguments)
        {
            Evaluate = _evaluate,
            Reach = _reach,
            Leave = _leave,
            Invoke = _invoke,
        };
    }

    private static CallSite Without(CallSite site, Mark told) =>
        site with
        {
            Instance = site.Instance.Without(told),
            Arguments = [.. site.Arguments.Select(a => a with { Value = a.Value.Without(told) })],
        };

    /// <summary>What the called code gives.</summary>
    private FlowValue Reach(CallSite site, bool isVirtual)
    {
        var method = site.Method;
        switch (method.MethodKind)
        {
            case MethodKind.DelegateInvoke when !site.Instance.Functions.IsEmpty:
                return functions.Invoke(site.Instance, site.Values, site.Operation, site.Arguments);
            case MethodKind.LocalFunction when context.Body.LocalFunction(method.OriginalDefinition) is { } body:
                return functions.Invoke(captures.Nested(method, body), site.Values, site.Operation, site.Arguments);
            case MethodKind.Constructor when method.ContainingType.Locations.Any(static location => location.IsInSource):
                return own.Construct(site);
        }

        var targets =
            isVirtual || method.IsAbstract ? own.Targets(method)
            : context.Engine.Bodies.Has(method) ? [method]
            : [];
        return targets.IsEmpty ? (context.Engine.IsElsewhere(method) ? FlowValue.None : library.Call(site))
            : HelperSignatures.Suffice(context.Engine.Helpers, targets, site) ? own.Tell(site)
            : own.Follow(targets, site);
    }

    /// <summary>Notes what a call makes of a collection of rows, or of numbers of such, that it changes.</summary>
    private void LeaveIn(FlowCall call, CallSite site)
    {
        if (
            (call.All & (Mark.Unsplit | Mark.Validation | Mark.Test)) != Mark.None
            && call.Method is { ReturnsVoid: true } or { ReturnType.SpecialType: SpecialType.System_Boolean }
            && context.Engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Left(call)) is var marks
            && marks != Mark.None
        )
        {
            context.Store(site.Object ?? call.Arguments[0].Operation, FlowValue.Of(marks), isWhole: false);
        }
    }

    /// <summary>Takes back what a call has put into its object, and a rule has reported already.</summary>
    private void Settle(FlowCall call, CallSite site)
    {
        var after = Afterwards(site.Object);
        var added = after.All & ~site.Instance.All;
        if (
            added != Mark.None
            && context.Engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Settles(call)) is var settled
            && (settled & added) != Mark.None
        )
        {
            context.Store(site.Object, after.Without(settled & added), isWhole: true);
        }
    }

    /// <summary>What an object is after a call. One that another call gave is not asked for again: that would call it again.</summary>
    private FlowValue Afterwards(IOperation? instance) =>
        instance switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFlowCaptureReferenceOperation =>
                context.Evaluate(instance),
            IFieldReferenceOperation
            {
                Instance: ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
            } => context.Evaluate(instance),
            _ => FlowValue.None,
        };
}
