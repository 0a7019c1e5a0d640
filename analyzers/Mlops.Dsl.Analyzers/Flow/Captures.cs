using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Functions as values: what they know of the variables of the body that makes them.</summary>
/// <param name="context">The body, and what its variables hold.</param>
internal sealed class Captures(FrameContext context)
{
    // A function may capture itself, through a list that it is added to or an object that keeps it.
    private const int MaximumNesting = 2;

    /// <summary>A lambda or local function of this body.</summary>
    public FlowFunction Nested(IMethodSymbol symbol, FlowBody body) =>
        new(symbol, body, context.State[FlowState.Receiver].WithFunctions(MaximumNesting), Of(body, known: null));

    /// <summary>A method of an object as a function.</summary>
    public static FlowFunction OfMethod(IMethodSymbol method, FlowValue receiver) =>
        new(method, Body: null, receiver.WithFunctions(MaximumNesting), new FlowState());

    /// <summary>Brings functions up to date with the variables that they capture, before they leave this body.</summary>
    public FlowValue Refresh(FlowValue value) =>
        value.Functions.Any(static f => f.Body is not null)
            ? value.WithFunctions([.. value.Functions.Select(f => f.Body is { } body ? f with { Captured = Of(body, f.Captured) } : f)])
            : value;

    /// <summary>What the variables that a function captures hold.</summary>
    /// <param name="body">The function's body.</param>
    /// <param name="known">What they held when it was made, for those that are not this body's; null where it is made now.</param>
    public FlowState Of(FlowBody body, FlowState? known)
    {
        var captured = new FlowState();
        foreach (var variable in body.Captured.Where(variable => !IsInObject(variable, known)))
        {
            captured[variable] = (
                context.State.Contains(variable) ? context.State[variable] : known?[variable] ?? FlowValue.None
            ).WithFunctions(MaximumNesting);
        }

        return captured;
    }

    /// <summary>
    /// Whether a variable is a parameter of a primary constructor, which a lambda finds where a method does: in the object.
    /// </summary>
    private bool IsInObject(ISymbol variable, FlowState? known) =>
        variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
        && !context.State.Contains(variable)
        && known?.Contains(variable) != true;
}
