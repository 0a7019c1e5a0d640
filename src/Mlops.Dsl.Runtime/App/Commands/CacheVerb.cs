using System.CommandLine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Naming;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>cache</c>: what can be reused, and forgetting it.</summary>
internal static class CacheVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples =
        [
            new("status", "what can be reused, stage by stage"),
            new("clear Fit", "execute 'Fit' again in the next run"),
            new("clear", "execute everything again"),
        ];
        var status = new VerbCommand("status", "Show what can be reused, stage by stage")
        {
            Examples = [new("", "in the usual store"), new("--store /data/mlops --json", "in another, for a program")],
        };
        status.SetStoreAction(
            scope,
            (parse, store, cancellationToken) => PrintStatusAsync(scope, scope.IsJson(parse), store.Runs, cancellationToken)
        );
        command.Add(status);

        var clear = new VerbCommand("clear", "Forget what can be reused of a stage, or of all")
        {
            Remarks =
                "The next run executes the stage again. What it returned before stays in the store, for lineage; 'gc' removes what no run "
                + "refers to.",
            Examples = [new("Fit", "execute 'Fit' again in the next run"), new("", "execute everything again")],
        };
        if (scope.Mentions("clear"))
        {
            scope.ForPipeline(clear, (verb, definition) => BuildClear(verb, definition, scope));
        }

        command.Add(clear);
    }

    private static void BuildClear(VerbCommand verb, PipelineDefinition definition, VerbScope scope)
    {
        var stage = new Argument<string>("stage") { Description = "The stage; all where it is left out", Arity = ArgumentArity.ZeroOrOne };
        stage.CompletionSources.Add(_ => definition.Stages.Select(static stage => stage.Name));
        verb.Add(stage);
        verb.SetAction(
            async (parse, cancellationToken) =>
            {
                var name = parse.GetValue(stage) is { } text ? StageNames.Find(definition, text).Name : null;
                await using var store = await scope.App.OpenExistingStoreAsync(scope.StorePath(parse));
                var executions = await store.Runs.ForgetAsync(definition.PipelineType.FullName!, name, cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(
                        scope.Console,
                        writer =>
                        {
                            writer.WriteStartObject();
                            writer.WriteString("pipeline", definition.Name);
                            writer.WriteIfAny("stage", name);
                            writer.WriteNumber("forgotten", executions);
                            writer.WriteEndObject();
                        }
                    );
                }
                else
                {
                    scope.Console.Out.WriteLine(
                        $"forgot {Number.Of(executions, "execution")}; the next run executes {name ?? "every stage"} again"
                    );
                }

                return ExitCode.Success;
            }
        );
    }

    private static async Task<int> PrintStatusAsync(VerbScope scope, bool json, IRunStore runs, CancellationToken cancellationToken)
    {
        var stages = await runs.GetCachedStagesAsync(cancellationToken);
        if (json)
        {
            JsonText.Print(
                scope.Console,
                writer =>
                {
                    writer.WriteStartArray();
                    foreach (var stage in stages)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("pipelineType", stage.PipelineType);
                        writer.WriteString("stage", stage.Stage);
                        writer.WriteNumber("executions", stage.Executions);
                        writer.WriteNumber("elements", stage.Elements);
                        writer.WriteNumber("bytes", stage.Bytes);
                        writer.WriteString("latest", stage.Latest);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }
            );
            return ExitCode.Success;
        }

        if (stages.Count == 0)
        {
            scope.Console.Out.WriteLine("nothing can be reused");
            return ExitCode.Success;
        }

        var table = new TextTable("pipeline class", "stage", ">executions", ">elements", ">size", "latest");
        foreach (var stage in stages)
        {
            table.Add(
                stage.PipelineType,
                new(stage.Stage, TextStyle.Strong),
                Number.Of(stage.Executions),
                stage.Elements == 0 ? "" : Number.Of(stage.Elements),
                Number.Bytes(stage.Bytes),
                Number.Of(stage.Latest)
            );
        }

        table.Write(scope.Console);
        return ExitCode.Success;
    }
}
