using System.CommandLine;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Commands;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>Prints why stages were executed, reused or skipped in a run, as it was recorded then.</summary>
internal static class RecordedReasons
{
    /// <summary>Prints one stage's reason with what differed from the execution before, or all reasons in a table.</summary>
    public static async Task<int> PrintAsync(
        VerbScope scope,
        ParseResult parse,
        PipelineDefinition definition,
        string? stage,
        string reference,
        CancellationToken cancellationToken
    )
    {
        await using var store = scope.App.Open(scope.StorePath(parse), readOnly: true);
        var run = await RunReference.ResolveAsync(store.Runs, reference, cancellationToken, definition.Name);
        var results = (await store.Runs.GetResultsAsync(run.Id, cancellationToken))
            .Where(result => stage is null || result.Stage == stage)
            .ToArray();
        if (stage is not null && results.Length == 0)
        {
            throw new UsageException($"run {run.Id} did not come to the stage '{stage}'");
        }

        var changes = stage is null ? [] : await CompareAsync(store.Runs, run, results[0], cancellationToken);
        if (scope.IsJson(parse))
        {
            PrintJson(scope.Console, run, results, changes);
            return ExitCode.Success;
        }

        if (stage is null)
        {
            var table = new TextTable("stage", "outcome", "reason");
            foreach (var result in results)
            {
                table.Add(result.Stage, new(OutcomeText.Of(result.Outcome), OutcomeText.StyleOf(result.Outcome)), result.Reason);
            }

            table.Write(scope.Console);
            return ExitCode.Success;
        }

        scope.Console.Out.WriteLine(
            $"{scope.Console.Styled(stage, TextStyle.Strong)} was {OutcomeText.Of(results[0].Outcome)} in run {Printable.Line(run.Id)}: "
                + $"{Printable.Line(results[0].Reason)}"
        );
        ChangeTable.Print(scope.Console, changes);
        return ExitCode.Success;
    }

    /// <summary>What differed between the run's execution of a stage and the one before it.</summary>
    private static async Task<IReadOnlyList<KeyChange>> CompareAsync(
        IRunStore runs,
        RunRecord run,
        StageResult result,
        CancellationToken cancellationToken
    )
    {
        if (result.Outcome is not (StageOutcome.Executed or StageOutcome.Failed) || result.Execution is not { } number)
        {
            return [];
        }

        var executions = await runs.GetExecutionsAsync(
            new ExecutionFilter { PipelineType = run.Start.PipelineType, Stage = result.Stage },
            cancellationToken
        );
        var after = executions.FirstOrDefault(execution => execution.Execution == number);
        var before = executions.FirstOrDefault(execution => execution.Execution < number && execution.Element is null);
        return after is null || before is null ? [] : await KeyDifference.CompareAsync(runs, before.Parts, after.Parts, cancellationToken);
    }

    private static void PrintJson(AppConsole console, RunRecord run, StageResult[] results, IReadOnlyList<KeyChange> changes) =>
        JsonText.Print(
            console,
            writer =>
            {
                writer.WriteStartArray();
                foreach (var result in results)
                {
                    writer.WriteStartObject();
                    writer.WriteString("run", run.Id);
                    writer.WriteString("stage", result.Stage);
                    writer.WriteString("outcome", OutcomeText.Of(result.Outcome));
                    writer.WriteIfAny("reason", result.Reason);
                    ChangeTable.WriteJson(writer, changes);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );
}
