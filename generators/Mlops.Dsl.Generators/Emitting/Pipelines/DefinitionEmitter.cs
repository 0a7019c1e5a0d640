using Mlops.Dsl.Generators.Emitting.Diagrams;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes <c>Definition</c>: the graph, with its drawing where people hover.</summary>
internal static class DefinitionEmitter
{
    public static string Emit(PipelineModel pipeline) =>
        GeneratedFile.Extend(
            pipeline.Type,
            writer =>
            {
                var type = pipeline.Type;
                var drawing = GraphDrawing.Draw(pipeline.Stages);
                if (!type.TakenNames.Contains("Definition"))
                {
                    EmitProperty(writer, pipeline, drawing);
                }

                if (pipeline.IsComplete)
                {
                    writer
                        .Line()
                        .Summary("The graph, and how each of its stages is called.")
                        .Line(Abi.GeneratedCode)
                        .Open($"private static partial class {type.GraphName}");
                    EmitGraph(writer, pipeline, drawing);
                    writer.Close();
                }
            }
        );

    private static void EmitProperty(SourceWriter writer, PipelineModel pipeline, IReadOnlyList<string> drawing)
    {
        writer
            .Line("/// <summary>")
            .Line($"/// The pipeline <c>{DocComment.Escape(pipeline.Name)}</c>, version {DocComment.Escape(pipeline.Version)}:")
            .Line("/// <code>");
        foreach (var line in drawing)
        {
            writer.Line($"/// {DocComment.Escape(line)}");
        }

        writer.Line("/// </code>").Line("/// </summary>").Line(Abi.GeneratedCode);
        var problem = $"The pipeline '{pipeline.Name}' has errors: see what the compiler reports about it.";
        var value = pipeline.IsComplete
            ? $"{pipeline.Type.GraphName}.Definition"
            : $"throw new global::System.InvalidOperationException({Literal.Text(problem)})";
        writer.Line($"public static {DefinitionType(pipeline)} Definition => {value};");
    }

    private static void EmitGraph(SourceWriter writer, PipelineModel pipeline, IReadOnlyList<string> drawing)
    {
        var definition = DefinitionType(pipeline);
        writer
            .Line($"private static {definition}? _definition;")
            .Line()
            .Summary("Built when it is first asked for.")
            .Line($"internal static {definition} Definition => {Abi.LazyInitializer}.EnsureInitialized(ref _definition, CreateDefinition);")
            .Line()
            .Open($"private static {definition} CreateDefinition()")
            .Line("// A program may load another version of the library than this code was written for.")
            .Line($"{Abi.GeneratedCodeVersion}.Require({Abi.Version}, typeof({pipeline.Type.FullName}));")
            .Line("return Describe();")
            .Close()
            .Line()
            .Open($"private static {definition} Describe() => new()")
            .Line($"Name = {Literal.Text(pipeline.Name)},")
            .Line($"Version = {Literal.Text(pipeline.Version)},");
        if (pipeline.Description is not null)
        {
            writer.Line($"Description = {Literal.Text(pipeline.Description)},");
        }

        if (pipeline.Schedule is { } schedule)
        {
            writer.Line($"Schedule = new {Abi.PipelineSchedule}({Literal.Text(schedule.Cron)}, {Literal.Text(schedule.TimeZone)}),");
        }

        writer.Line("Create = CreatePipeline,").Line("Parameters = CreateParameters(),").Line("Stages =").Line("[").Indent();
        foreach (var stage in pipeline.Stages)
        {
            writer.Line($"new {stage.Name}Stage(),");
        }

        writer.Unindent().Line("],").Line("Diagram =").Indent();
        RawText.Write(writer, drawing, ",");
        writer.Unindent().Close(";");
    }

    private static string DefinitionType(PipelineModel pipeline) => $"{Abi.PipelineDefinition}<{pipeline.Type.FullName}>";
}
