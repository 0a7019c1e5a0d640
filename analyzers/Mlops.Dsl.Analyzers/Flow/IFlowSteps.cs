using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What code comes down to: expressions give values, places take them, and methods are called. Each may need the others, so that the parts
/// of a frame get from one to another here.
/// </summary>
internal interface IFlowSteps
{
    /// <summary>What is known of what an expression gives; nothing of a constant, or of none.</summary>
    FlowValue Evaluate(IOperation? operation);

    /// <summary>Changes what a place holds: replaces it, or, where the place is one of many, adds to it.</summary>
    void Store(IOperation? place, FlowValue value, bool isWhole);

    /// <summary>What a call gives, after it has changed whatever it changes.</summary>
    FlowValue Call(CallSite site, bool isVirtual);
}
