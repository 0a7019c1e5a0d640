using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Generators.Emitting.Diagrams;

/// <summary>What the drawing says of a stage.</summary>
internal static class StageLabel
{
    /// <summary>The sign at the stage's place.</summary>
    public static char Sign(StageModel stage) =>
        stage.Kind switch
        {
            StageKind.Source => 'o',
            StageKind.Gate => '?',
            StageKind.Publish => '>',
            StageKind.Notify or StageKind.Start => '!',
            _ => '*',
        };

    /// <summary>The name, and what is special.</summary>
    public static string Write(StageModel stage)
    {
        var remarks = new List<string>();
        if (stage.Kind != StageKind.Stage)
        {
            remarks.Add(
                stage.Kind switch
                {
                    StageKind.Source when stage.Watch is ServedModel served => $"what {served.Service} answered",
                    StageKind.Source when stage.Watch is FromPublishedModel from => $"from {from.Entry}@{from.Alias}",
                    StageKind.Source => "source",
                    StageKind.Gate => "gate",
                    StageKind.Notify => $"notify {(stage.Watch as NotifyModel)?.Target}",
                    StageKind.Start => $"start {(stage.Watch as StartModel)?.Pipeline}",
                    _ => $"publish {stage.PublishName}",
                }
            );
        }

        if (stage.ForEachInput >= 0)
        {
            var input = stage.Inputs[stage.ForEachInput];
            remarks.Add($"for each of {input.OutputName ?? input.StageName}");
        }

        remarks.AddRange(stage.Conditions.Select(static condition => $"{(condition.Expected ? "when" : "unless")} {condition.Name}"));
        var outputs = stage.Return.IsTuple ? $" -> {string.Join(", ", stage.Outputs.Select(static output => output.Name))}" : "";
        return stage.Name + outputs + (remarks.Count == 0 ? "" : $" ({string.Join(", ", remarks)})");
    }

    /// <summary>The indices of the stages that the stage waits for, each once.</summary>
    public static IEnumerable<int> Predecessors(StageModel stage) =>
        stage
            .Inputs.Select(static input => input.Stage)
            .Concat(stage.After)
            .Concat(stage.Conditions.Select(static condition => condition.Stage).Where(static index => index >= 0))
            .Distinct();
}
