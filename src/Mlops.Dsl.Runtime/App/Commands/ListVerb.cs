using System.CommandLine;
using System.Text.Json;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>list</c>: the pipelines of the program.</summary>
internal static class ListVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples = [new("", "each pipeline with its version and size"), new("--json", "the same for a program")];
        command.SetAction(parse =>
        {
            if (scope.IsJson(parse))
            {
                JsonText.Print(scope.Console, writer => WriteJson(writer, scope.App));
            }
            else
            {
                Print(scope);
            }

            return ExitCode.Success;
        });
    }

    private static void Print(VerbScope scope)
    {
        if (scope.App.PipelineNames.Count == 0)
        {
            scope.Console.Out.WriteLine("This program has no pipelines: declare one with [Pipeline] on a partial class.");
            return;
        }

        var table = new TextTable("pipeline", "version", ">stages", ">parameters", "description");
        foreach (var name in scope.App.PipelineNames)
        {
            var pipeline = scope.App.GetPipeline(name);
            table.Add(
                new(name, TextStyle.Strong),
                pipeline.Version,
                Number.Of(pipeline.Stages.Count),
                Number.Of(pipeline.Parameters.Count),
                pipeline.Description
            );
        }

        table.Write(scope.Console);
    }

    private static void WriteJson(Utf8JsonWriter writer, AppEnvironment app)
    {
        writer.WriteStartArray();
        foreach (var name in app.PipelineNames)
        {
            var pipeline = app.GetPipeline(name);
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("version", pipeline.Version);
            writer.WriteString("description", pipeline.Description);
            writer.WriteNumber("stages", pipeline.Stages.Count);
            writer.WriteNumber("parameters", pipeline.Parameters.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
