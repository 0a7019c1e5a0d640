using System.CommandLine;
using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>artifact list</c>: the outputs of a run, or the published entries.</summary>
internal static class ArtifactListVerb
{
    private const int HashDigits = 12;

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples =
        [
            new("", "the outputs of the latest run"),
            new("--run latest~1", "of the run before"),
            new("--published", "published entries, all versions"),
        ];
        var run = AddRunOption(command, scope);
        var published = new Option<bool>("--published") { Description = "List the published entries instead" };
        command.Add(published);
        command.SetStoreAction(
            scope,
            (parse, store, cancellationToken) =>
                parse.GetValue(published)
                    ? ListPublishedAsync(scope, scope.IsJson(parse), store.Runs, cancellationToken)
                    : ListOutputsAsync(scope, scope.IsJson(parse), store.Runs, parse.GetValue(run) ?? "latest", cancellationToken)
        );
    }

    /// <summary>The option that says in which run stages are looked up.</summary>
    public static Option<string> AddRunOption(VerbCommand command, VerbScope scope)
    {
        var option = new Option<string>("--run")
        {
            Description = "The run: latest, latest~1, an id, or the beginning of one. Default: latest",
            HelpName = "run",
        };
        option.AddRuns(scope);
        command.Add(option);
        return option;
    }

    private static async Task<int> ListOutputsAsync(
        VerbScope scope,
        bool json,
        IRunStore runs,
        string reference,
        CancellationToken cancellationToken
    )
    {
        var run = await RunReference.ResolveAsync(runs, reference, cancellationToken);
        var details = await RunDetails.ReadAsync(runs, run, withLogs: false, cancellationToken);
        var locator = new ArtifactLocator(scope.App, runs);
        var outputs = details
            .Stages.Where(static stage => stage.Execution is not null)
            .SelectMany(static stage => stage.Execution!.Outputs.Select(output => (Execution: stage.Execution!, Output: output)));
        if (json)
        {
            JsonText.Print(
                scope.Console,
                writer =>
                {
                    writer.WriteStartArray();
                    foreach (var (execution, output) in outputs)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("stage", execution.Stage);
                        writer.WriteString("output", output.Name);
                        writer.WriteIfAny("type", locator.FindDefinition(execution, output.Name)?.TypeName);
                        writer.WriteString("artifact", output.Artifact.Hash.ToString());
                        writer.WriteNumber("length", output.Artifact.Length);
                        writer.WriteString("executedIn", execution.RunId);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }
            );
            return ExitCode.Success;
        }

        var table = new TextTable("output", "type", ">size", "hash", "made in run");
        foreach (var (execution, output) in outputs)
        {
            table.Add(
                output.Name == execution.Stage ? execution.Stage : $"{execution.Stage}.{output.Name}",
                locator.FindDefinition(execution, output.Name)?.TypeName,
                Number.Bytes(output.Artifact.Length),
                output.Artifact.Hash.ToString()[..HashDigits],
                execution.RunId
            );
        }

        table.Write(scope.Console);
        return ExitCode.Success;
    }

    private static async Task<int> ListPublishedAsync(VerbScope scope, bool json, IRunStore runs, CancellationToken cancellationToken)
    {
        var entries = await runs.GetPublishedAsync(name: null, cancellationToken);
        if (json)
        {
            JsonText.Print(
                scope.Console,
                writer =>
                {
                    writer.WriteStartArray();
                    foreach (var entry in entries)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("name", entry.Name);
                        writer.WriteNumber("version", entry.Version);
                        writer.WriteString("type", entry.TypeName);
                        writer.WriteString("artifact", entry.Artifact.Hash.ToString());
                        writer.WriteNumber("length", entry.Artifact.Length);
                        writer.WriteString("run", entry.RunId);
                        writer.WriteString("published", entry.Published);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }
            );
            return ExitCode.Success;
        }

        var table = new TextTable("entry", ">version", "type", ">size", "hash", "run", "published");
        foreach (var entry in entries)
        {
            table.Add(
                new(entry.Name, TextStyle.Strong),
                Number.Of(entry.Version),
                entry.TypeName,
                Number.Bytes(entry.Artifact.Length),
                entry.Artifact.Hash.ToString()[..HashDigits],
                entry.RunId,
                Number.Of(entry.Published)
            );
        }

        table.Write(scope.Console);
        return ExitCode.Success;
    }
}
