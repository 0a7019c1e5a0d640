using System.CommandLine;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact show</c>: an artifact in words.</summary>
internal static class ArtifactShowVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks = "A text is printed as it is, a gate with its reason, files by path, a list by its first items, anything else as its ToString() says.";
        command.Examples = [new("Report", "the output of the stage 'Report' in the latest run"), new("Split.Train --run latest~1", "one of several outputs, of the run before")];
        var reference = new Argument<string>("artifact") { Description = ArtifactLocator.Syntax };
        reference.AddArtifacts(scope);
        command.Add(reference);
        var run = ArtifactListVerb.AddRunOption(command, scope);
        command.SetStoreAction(scope, async (parse, store, cancellationToken) =>
        {
            var locator = new ArtifactLocator(scope.App, store.Runs);
            var artifact = await locator.FindAsync(parse.GetRequiredValue(reference), parse.GetValue(run) ?? "latest", cancellationToken);
            var text = await ArtifactText.DescribeAsync(store.Artifacts, artifact);
            if (scope.IsJson(parse))
            {
                PrintJson(scope.Console, artifact, text);
            }
            else
            {
                scope.Console.Out.WriteLine(text ?? $"{artifact.Reference.Hash}, {Number.Bytes(artifact.Reference.Length)}: no stage of this program is known to have made it, so that its type is not known");
            }

            return ExitCode.Success;
        });
    }

    private static void PrintJson(AppConsole console, LocatedArtifact artifact, string? text) => JsonText.Print(console, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("artifact", artifact.Reference.Hash.ToString());
        writer.WriteNumber("length", artifact.Reference.Length);
        writer.WriteIfAny("stage", artifact.Execution?.Stage);
        writer.WriteIfAny("output", artifact.Output);
        writer.WriteIfAny("type", artifact.Definition?.TypeName);
        writer.WriteIfAny("codec", artifact.Definition?.Schema);
        writer.WriteIfAny("executedIn", artifact.Execution?.RunId);
        writer.WriteIfAny("text", text);
        writer.WriteEndObject();
    });
}
