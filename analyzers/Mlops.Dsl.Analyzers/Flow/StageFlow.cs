using System.Collections.Immutable;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A stage with what is known of what it takes and gives.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Inputs">The bound parameters.</param>
/// <param name="Outputs">The outputs, in order.</param>
internal sealed record StageFlow(StageDeclaration Stage, ImmutableArray<StageInput> Inputs, ImmutableArray<FlowValue> Outputs)
{
    /// <summary>The marks of all outputs.</summary>
    public Mark Given => Outputs.Aggregate(Mark.None, static (all, output) => all | output.All);

    /// <summary>The marks of all inputs.</summary>
    public Mark Taken => Inputs.Aggregate(Mark.None, static (all, input) => all | input.Value.All);
}

/// <summary>A bound parameter of a stage.</summary>
/// <param name="Binding">The parameter and the output that feeds it.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record StageInput(InputBinding Binding, FlowValue Value);
