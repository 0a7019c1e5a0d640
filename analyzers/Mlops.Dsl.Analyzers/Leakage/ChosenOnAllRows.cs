using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds settings that were chosen by folds of all rows, of which others are split off to train on and to test on: the test rows have had a
/// say in the choice.
/// </summary>
internal static class ChosenOnAllRows
{
    /// <summary>The rows by which a setting that a training takes was chosen, and what was chosen; null if there is none.</summary>
    public static (StageInput Rows, OutputDeclaration Choice)? Find(StageFlow training, PipelineFlow pipeline)
    {
        var sources = training
            .Inputs.Where(static i => i.Value.Has(Mark.Train) && i.Binding.Output.Type.IsDataset("TrainSet"))
            .SelectMany(static i => BoundPipeline.Ancestors(i.Binding.Output.Stage, Edges.Data).Prepend(i.Binding.Output.Stage))
            .ToList();
        foreach (
            var chosen in training.Inputs.Where(static i => i.Value.Has(Mark.ChosenOnValidation) && !RowTypes.Hold(i.Binding.Output.Type))
        )
        {
            foreach (var step in pipeline.Trace(chosen, Mark.ChosenOnValidation))
            {
                if (
                    pipeline.Find(step.Binding.Output.Stage) is { } choosing
                    && choosing.Inputs.FirstOrDefault(static i => i.Binding.Output.Type.IsDataset("Validated")) is { } rows
                    && !choosing.Inputs.Any(static i => i.Value.Has(Mark.Validation | Mark.Test) && !i.Value.Has(Mark.Unsplit))
                    && sources.Contains(rows.Binding.Output.Stage)
                )
                {
                    return (rows, step.Binding.Output);
                }
            }
        }

        return null;
    }
}
