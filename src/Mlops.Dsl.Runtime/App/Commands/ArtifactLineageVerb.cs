using System.CommandLine;
using System.Text.Json;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact lineage</c>: which runs, stages, code, parameters and inputs made an artifact, back to the sources.</summary>
internal static class ArtifactLineageVerb
{
    private const int HashDigits = 12;

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks = "Each line is an artifact: the stage and run that made it, the fingerprint of the code, and the parameters that this code read. Its inputs are indented below it.";
        command.Examples = [new("api-area@2", "where a published entry comes from"), new("Fit --json", "for a program")];
        var reference = new Argument<string>("artifact") { Description = ArtifactLocator.Syntax };
        reference.AddArtifacts(scope);
        command.Add(reference);
        var run = ArtifactListVerb.AddRunOption(command, scope);
        command.SetStoreAction(scope, async (parse, store, cancellationToken) =>
        {
            var artifact = await new ArtifactLocator(scope.App, store.Runs).FindAsync(parse.GetRequiredValue(reference), parse.GetValue(run) ?? "latest", cancellationToken);
            var root = await LineageNode.TraceAsync(store.Runs, artifact, cancellationToken);
            if (scope.IsJson(parse))
            {
                JsonText.Print(scope.Console, writer => WriteJson(writer, root));
            }
            else
            {
                Print(scope.Console, root, "", "");
            }

            return ExitCode.Success;
        });
    }

    private static void Print(AppConsole console, LineageNode node, string indent, string childIndent)
    {
        console.Out.WriteLine($"{indent}{Describe(console, node)}");
        for (var i = 0; i < node.Inputs.Count; i++)
        {
            var isLast = i == node.Inputs.Count - 1;
            Print(console, node.Inputs[i], childIndent + (isLast ? "└─ " : "├─ "), childIndent + (isLast ? "   " : "│  "));
        }
    }

    private static string Describe(AppConsole console, LineageNode node)
    {
        var input = node.Input is null ? "" : $"{node.Input} = ";
        var hash = node.Artifact.ToString()[..HashDigits];
        if (node.Execution is not { } execution)
        {
            return $"{input}{hash}, made by an execution that is no longer in the store";
        }

        var name = console.Styled(node.Output is null || node.Output == execution.Stage ? execution.Stage : $"{execution.Stage}.{node.Output}", TextStyle.Strong);
        var code = execution.Parts.Fingerprint is { } fingerprint ? $", code {fingerprint.ToString()[..HashDigits]}" : "";
        var parameters = execution.Parts.Parameters.Count == 0 ? "" : $", {string.Join(", ", execution.Parts.Parameters.Select(Describe))}";
        var token = execution.Parts.VersionToken is { } version ? $", version {Printable.Line(version)}" : "";
        return $"{input}{name} {hash} (run {execution.RunId}{code}{parameters}{token}){(node.IsRepeated ? " …as above" : "")}";
    }

    private static string Describe(NamedText parameter) => Printable.Line($"{parameter.Name} {parameter.Value ?? "(not kept)"}");

    private static void WriteJson(Utf8JsonWriter writer, LineageNode node)
    {
        writer.WriteStartObject();
        writer.WriteIfAny("input", node.Input);
        writer.WriteString("artifact", node.Artifact.ToString());
        if (node.Execution is { } execution)
        {
            writer.WriteString("stage", execution.Stage);
            writer.WriteIfAny("output", node.Output);
            writer.WriteString("run", execution.RunId);
            writer.WriteString("executed", execution.Started);
            writer.WriteIfAny("fingerprint", execution.Parts.Fingerprint?.ToString());
            writer.WriteString("runtimeVersion", execution.Parts.RuntimeVersion);
            writer.WriteIfAny("versionToken", execution.Parts.VersionToken);
            writer.WriteStartObject("parameters");
            foreach (var parameter in execution.Parts.Parameters)
            {
                writer.WriteString(parameter.Name, parameter.Value);
            }

            writer.WriteEndObject();
            if (!node.IsRepeated)
            {
                writer.WriteStartArray("inputs");
                foreach (var input in node.Inputs)
                {
                    WriteJson(writer, input);
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }
}
