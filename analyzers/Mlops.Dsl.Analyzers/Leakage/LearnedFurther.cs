using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds stages that measure a model, let it learn of the rows on the way, and give it back: what is used further has seen the test set.
/// </summary>
internal static class LearnedFurther
{
    /// <summary>The rows to test on that a stage has taken into the model that it gives back; null if it does not.</summary>
    public static StageInput? On(StageFlow stage, PipelineFlow pipeline) =>
        stage.Stage.Kind == StageKind.Stage && stage.Stage.Outputs.Any(output => IsModelOfTest(output, stage) && IsUsed(output, pipeline))
            ? stage.Inputs.FirstOrDefault(static i => i.Value.Has(Mark.Test) && RowTypes.Hold(i.Binding.Output.Type))
            : null;

    private static bool IsModelOfTest(OutputDeclaration output, StageFlow stage) =>
        output.Type is INamedTypeSymbol { SpecialType: SpecialType.None } type
        && stage.Inputs.Any(i =>
            i.Value.Has(Mark.Fitted) && !i.Value.Has(Mark.Test) && SymbolEqualityComparer.Default.Equals(i.Binding.Output.Type, type)
        )
        && IsAllOf(Mark.Test, stage.Outputs[output.Ordinal], type);

    /// <summary>Whether all of an object has a mark: one that was only given a measurement beside what it knew has not.</summary>
    private static bool IsAllOf(Mark mark, FlowValue value, INamedTypeSymbol type)
    {
        // One of several that measurements on the rows have chosen has learned nothing of them.
        if (value.Has(Mark.ChosenOnTest | Mark.MeasuredOnTest))
        {
            return false;
        }

        if ((value.Own & mark) != Mark.None)
        {
            return true;
        }

        var members = type.GetMembers()
            .Where(static member =>
                member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null }
            )
            .Where(static member => member.Name != "EqualityContract")
            .ToList();
        return members.Count > 0 && members.TrueForAll(member => value.Knows(member.Name) && value.Member(member.Name).Has(mark));
    }

    /// <summary>Whether anything but a gate takes an output.</summary>
    private static bool IsUsed(OutputDeclaration output, PipelineFlow pipeline) =>
        pipeline.Pipeline.Stages.Any(taker => taker.Kind != StageKind.Gate && taker.Inputs.Exists(input => input.Output == output));
}
