using System.CommandLine;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact show</c>: an artifact in words.</summary>
internal static class ArtifactShowVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "A text is printed as it is, a gate with its reason, files by path, an object by its members, a list by its first items. "
            + "--json prints all of it, as 'value'.";
        command.Examples =
        [
            new("Report", "the output of the stage 'Report' in the latest run"),
            new("Split.Train --run latest~1", "one of several outputs, of the run before"),
        ];
        var reference = new Argument<string>("artifact") { Description = ArtifactLocator.Syntax };
        reference.AddArtifacts(scope);
        command.Add(reference);
        var run = ArtifactListVerb.AddRunOption(command, scope);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var locator = new ArtifactLocator(scope.App, store.Runs);
                var artifact = await locator.FindAsync(
                    parse.GetRequiredValue(reference),
                    parse.GetValue(run) ?? "latest",
                    cancellationToken
                );
                if (scope.IsJson(parse))
                {
                    await PrintJsonAsync(scope.Console, store.Artifacts, artifact, cancellationToken);
                }
                else
                {
                    await PrintAsync(scope.Console, store.Artifacts, artifact, cancellationToken);
                }

                return ExitCode.Success;
            }
        );
    }

    private static async Task PrintAsync(
        AppConsole console,
        IArtifactStore artifacts,
        LocatedArtifact artifact,
        CancellationToken cancellationToken
    )
    {
        if (artifact.Definition is not { } definition)
        {
            console.Out.WriteLine(
                $"{artifact.Reference.Hash}, {Number.Bytes(artifact.Reference.Length)}: {Printable.Line(artifact.WhyUnknown)}"
            );
            return;
        }

        var isWhole = await ArtifactText.WriteAsync(console, artifacts, artifact, definition, cancellationToken);
        if (!isWhole)
        {
            console.Out.WriteLine(
                console.Styled("(shortened: --json prints all of it, and 'artifact export' writes it to a file)", TextStyle.Dim)
            );
        }
    }

    private static Task PrintJsonAsync(
        AppConsole console,
        IArtifactStore artifacts,
        LocatedArtifact artifact,
        CancellationToken cancellationToken
    ) =>
        JsonText.PrintAsync(
            console,
            async writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("artifact", artifact.Reference.Hash.ToString());
                writer.WriteNumber("length", artifact.Reference.Length);
                writer.WriteIfAny("stage", artifact.Execution?.Stage);
                writer.WriteIfAny("output", artifact.Output);
                writer.WriteIfAny("type", artifact.Definition?.TypeName);
                writer.WriteIfAny("codec", artifact.Schema ?? artifact.Definition?.Schema);
                writer.WriteIfAny("executedIn", artifact.Execution?.RunId);
                if (artifact.Definition is { } definition)
                {
                    using var words = new StringWriter { NewLine = "\n" };
                    await ArtifactText.WriteAsync(
                        new AppConsole(words, TextWriter.Null),
                        artifacts,
                        artifact,
                        definition,
                        cancellationToken
                    );
                    writer.WriteString("text", words.ToString().TrimEnd());
                    writer.WritePropertyName("value");
                    await ArtifactTranscription.WriteAsync(
                        artifacts,
                        artifact.Reference,
                        definition,
                        artifact.IsCollected,
                        new JsonTranscript(writer),
                        cancellationToken
                    );
                }

                writer.WriteEndObject();
            }
        );
}
