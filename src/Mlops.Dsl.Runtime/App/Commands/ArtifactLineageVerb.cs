using System.CommandLine;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact lineage</c>: which runs, stages, code, parameters and inputs made an artifact, back to the sources.</summary>
internal static class ArtifactLineageVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Each line is an artifact: the stage and run that made it, the fingerprint of the code, and the parameters that this code "
            + "read. Its inputs are indented below it.";
        command.Examples = [new("api-area@2", "where a published entry comes from"), new("Fit --json", "for a program")];
        var reference = new Argument<string>("artifact") { Description = ArtifactLocator.Syntax };
        reference.AddArtifacts(scope);
        command.Add(reference);
        var run = ArtifactListVerb.AddRunOption(command, scope);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var artifact = await new ArtifactLocator(scope.App, store.Runs).FindAsync(
                    parse.GetRequiredValue(reference),
                    parse.GetValue(run) ?? "latest",
                    cancellationToken
                );
                var lineage = await Lineage.TraceAsync(store.Runs, artifact, cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(scope.Console, writer => LineageJson.Write(writer, lineage));
                }
                else
                {
                    new LineageText(scope.Console, lineage).Print();
                }

                return ExitCode.Success;
            }
        );
    }
}
