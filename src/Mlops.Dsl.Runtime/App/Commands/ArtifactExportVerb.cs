using System.CommandLine;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact export</c>: an artifact as files outside the store.</summary>
internal static class ArtifactExportVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "A text is written as UTF-8, a file artifact as its file, a set of files as a folder, anything else as JSON where the path "
            + "ends with .json, otherwise as the bytes that its codec wrote (docs/store.md).";
        command.Examples =
        [
            new("Report report.txt", "a text"),
            new("Evaluate metrics.json", "a record, a list or a dictionary as JSON"),
            new("api-area@2 model.bin", "a published entry"),
        ];
        var reference = new Argument<string>("artifact") { Description = ArtifactLocator.Syntax };
        reference.AddArtifacts(scope);
        var path = new Argument<string>("path") { Description = "The file or, for a set of files, the folder to write" };
        var force = new Option<bool>("--force") { Description = "Replace files that exist" };
        command.Add(reference);
        command.Add(path);
        command.Add(force);
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
                var target = parse.GetRequiredValue(path) is { Length: > 0 } given
                    ? Path.GetFullPath(given)
                    : throw new UsageException("the path to write to is empty");
                var files = await ArtifactExport.WriteAsync(store.Artifacts, artifact, target, parse.GetValue(force), cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(
                        scope.Console,
                        writer =>
                        {
                            writer.WriteStartObject();
                            writer.WriteString("artifact", artifact.Reference.Hash.ToString());
                            writer.WriteString("path", target);
                            writer.WriteNumber("files", files);
                            writer.WriteEndObject();
                        }
                    );
                }
                else
                {
                    scope.Console.Out.WriteLine($"wrote {Number.Of(files, "file")}: {Printable.Line(target)}");
                }

                return ExitCode.Success;
            }
        );
    }
}
