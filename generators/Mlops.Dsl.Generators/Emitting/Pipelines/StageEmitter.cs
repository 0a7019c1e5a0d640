using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes one class per stage: what the stage is, and how its method is called.</summary>
internal static class StageEmitter
{
    public static string Emit(PipelineModel pipeline) =>
        GeneratedFile.ExtendGraph(
            pipeline.Type,
            writer =>
            {
                for (var index = 0; index < pipeline.Stages.Count; index++)
                {
                    if (index > 0)
                    {
                        writer.Line();
                    }

                    EmitStage(writer, pipeline, pipeline.Stages[index], index);
                }
            }
        );

    private static void EmitStage(SourceWriter writer, PipelineModel pipeline, StageModel stage, int index)
    {
        writer
            .Summary(
                $"{Title(stage.Kind)} <c>{DocComment.Escape(stage.Name)}</c>"
                    + (stage.Description is null ? "." : $": {DocComment.Escape(stage.Description)}")
            )
            .Line(Abi.GeneratedCode)
            .Open($"private sealed class {stage.Name}Stage : {Abi.StageDefinition}")
            .Summary("Describes the stage.")
            .Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]")
            .Open($"internal {stage.Name}Stage()")
            .Line($"Index = {index.ToString(CultureInfo.InvariantCulture)};")
            .Line($"Name = {Literal.Text(stage.Name)};")
            .Line($"Kind = {Abi.StageKind}.{stage.Kind};")
            .Line($"Location = {stage.Name}Location;");
        if (stage.Description is not null)
        {
            writer.Line($"Description = {Literal.Text(stage.Description)};");
        }

        StageGraphEmitter.Emit(writer, pipeline.Type, stage);
        StageGraphEmitter.EmitWatch(writer, stage);
        PolicyEmitter.Emit(writer, stage.Policy);
        writer.Close();
        InvokeEmitter.Emit(writer, pipeline.Type, stage);
        writer.Close();
    }

    private static string Title(StageKind kind) =>
        kind switch
        {
            StageKind.Source => "The source",
            StageKind.Gate => "The gate",
            StageKind.Publish => "The publication",
            StageKind.Notify => "The notice",
            StageKind.Start => "The start",
            _ => "The stage",
        };
}
