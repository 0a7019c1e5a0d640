using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Calls of lambdas, local functions and delegates.</summary>
internal sealed partial class FlowFrame
{
    public override FlowValue VisitEventAssignment(IEventAssignmentOperation operation, object? argument)
    {
        var handler = Evaluate(operation.HandlerValue);
        if (operation is { Adds: true, EventReference: IEventReferenceOperation { Instance: { } instance } raised })
        {
            StoreMember(instance, raised.Event.Name, handler, isWhole: false);
        }

        return FlowValue.None;
    }

    public override FlowValue VisitEventReference(IEventReferenceOperation operation, object? argument) =>
        Evaluate(operation.Instance).Member(operation.Event.Name);

    /// <summary>Calls whatever functions a value may be.</summary>
    private FlowValue Invoke(
        FlowValue functions,
        ImmutableArray<FlowValue> values,
        IOperation site,
        ImmutableArray<FlowArgument> arguments
    ) => functions.Functions.Aggregate(FlowValue.None, (value, function) => value.Join(Invoke(function, values, site, arguments)));

    private FlowValue Invoke(
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

        var captured = Capture(body, function.Captured);
        values = Fit(values, function.Symbol.Parameters.Length);
        if (_engine.Run(body, function.Receiver, [.. values.Select(Refresh)], captured) is not { } result)
        {
            return FlowValue.Of(values.Aggregate(function.Receiver.All, static (all, value) => all | value.All));
        }

        Close(result, arguments, site);
        foreach (var variable in body.Captured)
        {
            if (_state.Contains(variable) && !result.Captured[variable].Equals(captured[variable]))
            {
                _state.Join(variable, result.Captured[variable]);
            }
        }

        if (!result.Receiver.Equals(function.Receiver))
        {
            _state.Join(FlowState.Receiver, result.Receiver);
        }

        ReturnObjects(result, function.Receiver, instanceOperation: null, arguments, values);
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
        return Call(method, site, instanceOperation: null, function.Receiver, given, isVirtual: true);
    }

    /// <summary>A library may call a function with something that the engine cannot tell: it knows nothing of that.</summary>
    private static ImmutableArray<FlowValue> Fit(ImmutableArray<FlowValue> values, int count) =>
        values.Length == count ? values : [.. Enumerable.Range(0, count).Select(i => i < values.Length ? values[i] : FlowValue.None)];

    /// <summary>Brings functions up to date with the variables that they capture, before they leave this body.</summary>
    private FlowValue Refresh(FlowValue value) =>
        value.Functions.Any(static f => f.Body is not null)
            ? value.WithFunctions([
                .. value.Functions.Select(f => f.Body is { } body ? f with { Captured = Capture(body, f.Captured) } : f),
            ])
            : value;

    /// <summary>
    /// A library's method that adds to an object, such as <c>rows.Add</c>, and that is given away as a function, is called with something
    /// that it is given with.
    /// </summary>
    private void SeeAdders(ImmutableArray<FlowArgument> arguments, FlowValue instance)
    {
        foreach (var argument in arguments)
        {
            if (
                argument.Operation
                    is IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: { } changed, Method: var method } }
                && Mutates(method.Name)
                && !_engine.Bodies.Has(method)
            )
            {
                Store(
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
    private void SeeLambdas(ImmutableArray<FlowArgument> arguments, FlowValue instance, IOperation site)
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
}
