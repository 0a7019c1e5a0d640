using System.CommandLine;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>runs</c>: the runs in the store, newest first.</summary>
internal static class RunsVerb
{
    private const int UsualCount = 20;

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks = "A run that was killed is 'interrupted': 'resume' goes on from what it committed.";
        command.Examples = [new("", "the latest runs"), new("--limit 100 --json", "more of them, for a program")];
        var pipeline = command.AddPipelineOption(scope);
        var limit = command.AddCountOption("--limit", $"How many runs to list. Default: {UsualCount}");
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var name = await scope.GetPipelineAsync(parse.GetValue(pipeline), store.Runs, cancellationToken);
                var filter = new RunFilter { Pipeline = name, Limit = parse.GetCount(limit) ?? UsualCount };
                var runs = await store.Runs.GetRunsAsync(filter, cancellationToken);
                if (scope.IsJson(parse))
                {
                    PrintJson(scope.Console, runs);
                }
                else
                {
                    Print(scope.Console, runs);
                }

                return ExitCode.Success;
            }
        );
    }

    private static void Print(AppConsole console, IReadOnlyList<RunRecord> runs)
    {
        if (runs.Count == 0)
        {
            console.Out.WriteLine("no runs");
            return;
        }

        var table = new TextTable("run", "pipeline", "status", "started", ">duration", ">executed", ">reused", ">skipped", ">failed");
        foreach (var run in runs)
        {
            table.Add(
                new(run.Id, TextStyle.Strong),
                $"{run.Start.Pipeline} {run.Start.PipelineVersion}",
                new(OutcomeText.Of(run.Status), OutcomeText.StyleOf(run.Status)),
                Number.Of(run.Start.Started),
                run.Finished is { } finished ? Number.Of(finished - run.Start.Started) : "",
                Number.Of(run.Outcomes.Executed),
                Number.Of(run.Outcomes.Reused),
                Number.Of(run.Outcomes.Skipped),
                Number.Of(run.Outcomes.Failed)
            );
        }

        table.Write(console);
    }

    private static void PrintJson(AppConsole console, IReadOnlyList<RunRecord> runs) =>
        JsonText.Print(
            console,
            writer =>
            {
                writer.WriteStartArray();
                foreach (var run in runs)
                {
                    writer.WriteStartObject();
                    RunJson.WriteProperties(writer, run);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );
}
