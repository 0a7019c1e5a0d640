using System.CommandLine;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>show</c>: what a run did, stage by stage.</summary>
internal static class ShowVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Parameters, outcomes with their reasons, metrics and published entries of a run; with --logs what its stages logged, stack "
            + "traces of failures included.";
        command.Examples =
        [
            new("", "the newest run"),
            new("20261121-14 --logs", "by the beginning of its id, with logs"),
            new("latest --json", "for a program"),
        ];
        var reference = new Argument<string>("run")
        {
            Description = "latest, latest~1 (the one before), an id, or the beginning of one. Default: latest",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = static _ => "latest",
        };
        var logs = new Option<bool>("--logs") { Description = "Show what the stages logged" };
        reference.AddRuns(scope);
        command.Add(reference);
        command.Add(logs);
        var pipeline = command.AddPipelineOption(scope);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var name = await scope.GetPipelineAsync(parse.GetValue(pipeline), store.Runs, cancellationToken);
                var run = await RunReference.ResolveAsync(store.Runs, parse.GetRequiredValue(reference), cancellationToken, name);
                var details = await RunDetails.ReadAsync(store.Runs, run, parse.GetValue(logs), cancellationToken);
                var events = parse.GetValue(logs) ? await store.Runs.GetEventsAsync(run.Id, cancellationToken) : [];
                if (scope.IsJson(parse))
                {
                    JsonText.Print(scope.Console, writer => RunDetailsJson.Write(writer, details, events));
                }
                else
                {
                    new RunPage(scope.Console, details, events).Print();
                }

                return ExitCode.Success;
            }
        );
    }
}
