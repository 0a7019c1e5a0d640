using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Calls of lambdas, local functions and delegates, by the body itself or by those that it gives them to.</summary>
/// <param name="context">The body that calls them.</param>
/// <param name="captures">What they know of its variables.</param>
/// <param name="effects">Brings back what they do.</param>
internal sealed class FunctionCalls(FrameContext context, Captures captures, CallEffects effects)
{
    /// <summary>Calls whatever functions a value may be.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="values">What they are given.</param>
    /// <param name="site">Where they are called.</param>
    /// <param name="arguments">The arguments, where the body itself calls them; none where somebody else does.</param>
    public FlowValue Invoke(
        FlowValue functions,
        ImmutableArray<FlowValue> values,
        IOperation site,
        ImmutableArray<FlowArgument> arguments
    ) => functions.Functions.Aggregate(FlowValue.None, (value, function) => value.Join(Invoke(function, values, site, arguments)));

    /// <summary>Calls one function.</summary>
    public FlowValue Invoke(
        FlowFunction function,
        ImmutableArray<FlowValue> values,
        IOperation site,
        ImmutableArray<FlowArgument> arguments
    )
    {
        if (function.Body is not { } body)
        {
            return InvokeMethod(function, values, site, arguments);
        }

        var captured = captures.Of(body, function.Captured);
        values = Fit(values, function.Symbol.Parameters.Length);
        if (context.Engine.Run(body, function.Receiver, [.. values.Select(captures.Refresh)], captured) is not { } result)
        {
            return FlowValue.Of(values.Aggregate(function.Receiver.All, static (all, value) => all | value.All));
        }

        foreach (var variable in body.Captured)
        {
            if (context.State.Contains(variable) && !result.Captured[variable].Equals(captured[variable]))
            {
                context.State.Join(variable, result.Captured[variable]);
            }
        }

        if (!result.Receiver.Equals(function.Receiver))
        {
            context.State.Join(FlowState.Receiver, result.Receiver);
        }

        effects.Return(result, new CallSite(function.Symbol, site, Object: null, function.Receiver, arguments), values);
        return result.Value;
    }

    private FlowValue InvokeMethod(
        FlowFunction function,
        ImmutableArray<FlowValue> values,
        IOperation site,
        ImmutableArray<FlowArgument> arguments
    )
    {
        var method = function.Symbol.ReducedFrom ?? function.Symbol;
        ImmutableArray<IOperation?> operations = [.. values.Select((_, i) => i < arguments.Length ? arguments[i].Operation : null)];
        if (method.IsExtensionMethod && values.Length < method.Parameters.Length)
        {
            // A method group of an extension method holds its first argument.
            values = values.Insert(0, function.Receiver);
            operations = operations.Insert(0, null);
        }

        values = Fit(values, method.Parameters.Length);
        ImmutableArray<FlowArgument> given =
        [
            .. method.Parameters.Select((p, i) => new FlowArgument(p, i < operations.Length ? operations[i] : null, values[i])),
        ];
        return context.Call(new CallSite(method, site, Object: null, function.Receiver, given), isVirtual: true);
    }

    /// <summary>
    /// A library's method that adds to an object, such as <c>rows.Add</c>, and that is given away as a function, is called with something
    /// that it is given with.
    /// </summary>
    public void SeeAdders(ImmutableArray<FlowArgument> arguments, FlowValue instance)
    {
        foreach (var argument in arguments)
        {
            if (
                argument.Operation
                    is IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: { } changed, Method: var method } }
                && Mutators.Are(method.Name)
                && !context.Engine.Bodies.Has(method)
            )
            {
                context.Store(
                    changed,
                    arguments.Where(a => a != argument).Aggregate(instance, static (all, a) => all.Join(a.Value)),
                    isWhole: false
                );
            }
        }
    }

    /// <summary>
    /// A lambda that is given away, or that an object keeps which is called, such as the handler of an event, is called sometime, by
    /// somebody: what it does to this body's variables is seen here.
    /// </summary>
    public void SeeLambdas(ImmutableArray<FlowArgument> arguments, FlowValue instance, IOperation site)
    {
        if (!instance.HoldsFunctions && !arguments.Any(static a => !a.Value.Functions.IsEmpty))
        {
            return;
        }

        var given = arguments.Where(static a => a.Value.Functions.IsEmpty).Aggregate(FlowValue.None, static (all, a) => all.Join(a.Value));
        var kept = instance.HoldsFunctions ? instance.MemberFunctions : [];
        foreach (
            var function in arguments
                .SelectMany(static a => a.Value.Functions)
                .Concat(kept)
                .Where(static f => f.Body is { Captured.IsEmpty: false })
        )
        {
            Invoke(function, [.. function.Symbol.Parameters.Select(_ => given)], site, []);
        }
    }

    /// <summary>A library may call a function with something that the engine cannot tell: it knows nothing of that.</summary>
    private static ImmutableArray<FlowValue> Fit(ImmutableArray<FlowValue> values, int count) =>
        values.Length == count ? values : [.. Enumerable.Range(0, count).Select(i => i < values.Length ? values[i] : FlowValue.None)];
}
