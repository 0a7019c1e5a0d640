using System.CommandLine;
using Mlops.Dsl.Runtime.App.Explaining;
using Mlops.Dsl.Runtime.App.Naming;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.App.Running;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>explain</c>: why a stage would be executed now, or was in a run.</summary>
internal static class ExplainVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Names the symbol, parameter, input, package or runtime that makes a stage differ from its earlier executions. Without a "
            + "stage, all are forecast: what 'run' would do. Nothing is executed but the sources, which are read. With --run, the reason "
            + "that was recorded when the run took place.";
        command.Examples =
        [
            new("", "what 'run' would do with each stage"),
            new("Fit", "why 'Fit' would be executed"),
            new("Fit --run latest", "why it was executed, or reused, in the latest run"),
        ];
        scope.ForPipeline(
            command,
            (verb, definition) =>
            {
                var stage = new Argument<string>("stage")
                {
                    Description = "The stage; all where it is left out",
                    Arity = ArgumentArity.ZeroOrOne,
                };
                stage.CompletionSources.Add(_ => definition.Stages.Select(static stage => stage.Name));
                verb.Add(stage);
                var parameters = new PipelineParameters(definition, verb);
                var settings = new RunSettings(verb);
                var run = new Option<string>("--run")
                {
                    Description = "Explain what a run did: latest, latest~1, an id, or the beginning of one",
                    HelpName = "run",
                };
                run.AddRuns(scope);
                verb.Add(run);
                verb.SetAction(
                    (parse, cancellationToken) =>
                    {
                        var name = parse.GetValue(stage) is { } text ? StageNames.Find(definition, text).Name : null;
                        return parse.GetValue(run) is { } reference
                            ? RecordedReasons.PrintAsync(scope, parse, definition, name, reference, cancellationToken)
                            : ForecastAsync(scope, parse, parameters, settings, name, cancellationToken);
                    }
                );
            }
        );
    }

    private static async Task<int> ForecastAsync(
        VerbScope scope,
        ParseResult parse,
        PipelineParameters parameters,
        RunSettings settings,
        string? stage,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<string>();
        var binding = ParameterBinding.Bind(parameters, parse, scope.App);
        problems.AddRange(binding.Problems);
        var options = settings.Read(parse, problems) with { Services = scope.App.Options.Services, Fingerprints = scope.App.Fingerprints };
        if (problems.Count > 0)
        {
            throw new UsageException(problems);
        }

        await using var store = scope.App.Open(scope.StorePath(parse), readOnly: true);
        var forecast = await RunForecast.MakeAsync(parameters.Definition, binding.Pipeline!, options, store, cancellationToken);
        var page = new ForecastPage(scope.Console, forecast);
        if (scope.IsJson(parse))
        {
            page.PrintJson(stage);
        }
        else
        {
            page.Print(stage);
        }

        return ExitCode.Success;
    }
}
