using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What the parts of a frame share: the body, what its variables hold where the run has got to, and the ways to one another.
/// </summary>
/// <param name="engine">Runs other bodies.</param>
/// <param name="body">The body.</param>
/// <param name="steps">What expressions, places and calls do.</param>
internal sealed class FrameContext(FlowEngine engine, FlowBody body, IFlowSteps steps)
{
    public FlowEngine Engine => engine;

    public FlowBody Body => body;

    /// <summary>What the rules say of symbols.</summary>
    public FlowSymbols Symbols => engine.Symbols;

    /// <summary>What the variables hold.</summary>
    public FlowState State { get; set; } = new();

    /// <summary>By what it was chosen that the block runs, and so whatever it stores.</summary>
    public Mark Choice { get; set; }

    /// <summary>What the body has returned so far.</summary>
    public FlowValue Returned { get; private set; } = FlowValue.None;

    /// <inheritdoc cref="IFlowSteps.Evaluate"/>
    public FlowValue Evaluate(IOperation? operation) => steps.Evaluate(operation);

    /// <inheritdoc cref="IFlowSteps.Store"/>
    public void Store(IOperation? place, FlowValue value, bool isWhole) => steps.Store(place, value, isWhole);

    /// <inheritdoc cref="IFlowSteps.Call"/>
    public FlowValue Call(CallSite site, bool isVirtual) => steps.Call(site, isVirtual);

    /// <summary>Changes what a variable holds: replaces it, or adds to it.</summary>
    public void Set(object variable, FlowValue value, bool isWhole)
    {
        value = value.With(Choice);
        if (isWhole)
        {
            State[variable] = value;
        }
        else
        {
            State.Join(variable, value);
        }
    }

    /// <summary>Adds to what the body returns.</summary>
    public void Return(FlowValue value) => Returned = Returned.Join(value);
}
