using System.CommandLine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>resume</c>: goes on from what a run committed, with its parameters.</summary>
internal static class ResumeVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "The run's parameters are used again. What it committed is not executed again, not even stages that otherwise run every time. "
            + "Secrets are read anew.";
        command.Examples = [new("", "go on with the latest run"), new("20261121-143055-k3f9", "with a certain one")];
        var reference = new Argument<string>("run")
        {
            Description = "latest (the default), latest~1 (the one before), an id, or the beginning of one",
            Arity = ArgumentArity.ZeroOrOne,
        };
        reference.AddRuns(scope);
        command.Add(reference);
        var settings = new RunSettings(command);
        command.SetAction(
            async (parse, cancellationToken) =>
            {
                var problems = new List<string>();
                var options = settings.Read(parse, problems) with { StorePath = scope.StorePath(parse) };
                var run = await FindAsync(scope, parse, parse.GetValue(reference) ?? "latest", cancellationToken);
                var definition =
                    scope.App.FindPipeline(run.Start.Pipeline)
                    ?? throw new UsageException(
                        $"run {run.Id} is of the pipeline '{run.Start.Pipeline}', which this program does not have"
                    );
                var binding = ParameterBinding.Rebind(definition, run.Start.Parameters, scope.App);
                problems.AddRange(binding.Problems);
                return problems.Count > 0
                    ? throw new UsageException(problems)
                    : await ConsoleRun.RunAsync(
                        scope.App,
                        definition,
                        binding.Pipeline!,
                        options with
                        {
                            ResumeOf = run.Id,
                        },
                        scope.IsJson(parse)
                    );
            }
        );
    }

    private static async Task<RunRecord> FindAsync(
        VerbScope scope,
        ParseResult parse,
        string reference,
        CancellationToken cancellationToken
    )
    {
        await using var store = scope.App.OpenStore(scope.StorePath(parse), new StoreOptions { ReadOnly = true });
        var run = await RunReference.ResolveAsync(store.Runs, reference, cancellationToken);
        if (run.Status == RunStatus.Running)
        {
            throw new UsageException($"run {run.Id} is still going on");
        }

        var resuming = await store.Runs.GetRunsAsync(new RunFilter { Parent = run.Id }, cancellationToken);
        return resuming.FirstOrDefault(static other => other.Status == RunStatus.Running) is { } live
            ? throw new UsageException($"run {run.Id} is resumed by run {live.Id}, which is still going on")
            : run;
    }
}
