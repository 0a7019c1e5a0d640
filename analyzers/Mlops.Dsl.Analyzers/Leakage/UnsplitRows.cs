using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Rows that nothing has split: which stages take them, are fitted to them, and measure on them.</summary>
internal static class UnsplitRows
{
    /// <summary>The unsplit rows that a stage takes.</summary>
    public static IEnumerable<StageInput> Of(StageDeclaration stage, PipelineFlow pipeline) =>
        pipeline.Find(stage)?.Inputs.Where(Are) ?? [];

    /// <summary>Whether a stage makes a model of unsplit rows with a label, and of no other model.</summary>
    public static bool AreFitted(StageDeclaration stage, PipelineFlow pipeline) =>
        stage.Kind == StageKind.Stage
        && Of(stage, pipeline).Any(static rows => HasLabel(rows.Binding.Parameter.Type))
        && pipeline.Find(stage) is { } flow
        && (flow.Given & Mark.Fitted) != Mark.None
        && (flow.Taken & Mark.Fitted) == Mark.None;

    /// <summary>Whether a stage applies to unsplit rows what one of the trainings made, or what it makes itself.</summary>
    public static bool AreMeasured(StageDeclaration stage, List<StageDeclaration> trainers, PipelineFlow pipeline) =>
        pipeline.Find(stage) is { } flow
        && (flow.Given & Mark.Applied) != Mark.None
        && Of(stage, pipeline).Any()
        && (
            flow.Inputs.Any(i => i.Value.Has(Mark.Fitted) && IsMadeBy(i.Binding.Output.Stage, trainers))
            || (flow.Taken & Mark.Fitted) == Mark.None
        );

    /// <summary>An output and the rows that it was made of.</summary>
    public static IEnumerable<OutputDeclaration> Origins(OutputDeclaration output, PipelineFlow pipeline, bool wholeOnly)
    {
        yield return output;
        if (output.Stage.IsTuple || (wholeOnly && pipeline.Find(output.Stage)?.Outputs[output.Ordinal].Has(Mark.Part) == true))
        {
            yield break;
        }

        foreach (var origin in Of(output.Stage, pipeline).SelectMany(rows => Origins(rows.Binding.Output, pipeline, wholeOnly)))
        {
            yield return origin;
        }
    }

    private static bool IsMadeBy(StageDeclaration stage, List<StageDeclaration> trainers) =>
        trainers.Contains(stage) || BoundPipeline.Ancestors(stage, Edges.Data).Any(trainers.Contains);

    private static bool Are(StageInput input) =>
        (input.Value.All & (Mark.Unsplit | Mark.Fitted)) == Mark.Unsplit && RowTypes.Hold(input.Binding.Parameter.Type);

    private static bool HasLabel(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => HasLabel(array.ElementType),
            INamedTypeSymbol named => named.GetMembers().OfType<IPropertySymbol>().Any(static column => ColumnParser.Has(column, "Label"))
                || named.TypeArguments.Any(HasLabel),
            _ => false,
        };
}
