using System.CommandLine;
using System.Reflection;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>manifest</c>: the pipeline's manifest, with fingerprints where the build wrote them.</summary>
internal static class ManifestVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "The manifest is JSON: parameters, stages, edges, types, policies and fingerprints, as the build wrote it beside the program.";
        command.Examples = [new("", "print it"), new("> manifest.json", "keep it")];
        scope.ForPipeline(command, (verb, definition) => verb.SetAction(_ => Print(definition, scope)));
    }

    private static int Print(PipelineDefinition definition, VerbScope scope)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{definition.Name}.pipeline.json");
        if (File.Exists(path))
        {
            scope.Console.Out.WriteLine(File.ReadAllText(path).TrimEnd());
            return ExitCode.Success;
        }

        var manifest = definition
            .Assembly.GetCustomAttributes<PipelineManifestAttribute>()
            .FirstOrDefault(attribute => attribute.Pipeline == definition.Name);
        if (manifest is null)
        {
            scope.Console.WriteError(
                $"the pipeline '{definition.Name}' has no manifest: neither '{path}' nor an attribute in "
                    + $"{definition.Assembly.GetName().Name}; build the project again"
            );
            return ExitCode.Failure;
        }

        scope.Console.Out.WriteLine(manifest.Json.TrimEnd());
        scope.Console.WriteWarning($"'{path}' is missing, so that this manifest has no fingerprints; build the project again");
        return ExitCode.Success;
    }
}
