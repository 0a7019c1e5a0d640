using System.CommandLine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.App.Running;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>run</c>: executes what has changed and reuses the rest.</summary>
internal static class RunVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "A stage is executed if its code, a parameter that it reads, an input, a package or the .NET runtime has changed since an "
            + "earlier run; otherwise its outputs are reused. A run that was stopped or killed goes on where it was with 'resume'.";
        scope.ForPipeline(
            command,
            (verb, definition) =>
            {
                var parameters = new PipelineParameters(definition, verb);
                var settings = new RunSettings(verb);
                verb.Examples = Examples(parameters);
                verb.SetAction((parse, _) => RunAsync(parse, parameters, settings, scope));
            }
        );
    }

    private static Task<int> RunAsync(ParseResult parse, PipelineParameters parameters, RunSettings settings, VerbScope scope)
    {
        var problems = new List<string>();
        var binding = ParameterBinding.Bind(parameters, parse, scope.App);
        problems.AddRange(binding.Problems);
        var options = settings.Read(parse, problems) with { StorePath = scope.StorePath(parse) };
        return problems.Count > 0
            ? throw new UsageException(problems, $"Run '{scope.App.CommandName} run --help' to see the parameters.")
            : ConsoleRun.RunAsync(scope.App, parameters.Definition, binding.Pipeline!, options, scope.IsJson(parse));
    }

    private static List<Example> Examples(PipelineParameters parameters)
    {
        var examples = new List<Example> { new("", "execute what has changed") };
        if (
            parameters.Options.FirstOrDefault(static entry =>
                entry.Parameter is { DefaultText: not null, IsFlag: false, TypeName: not "string" }
            ) is
            { Option: { } option, Parameter: { } parameter }
        )
        {
            examples.Add(
                new($"{option.Name} {parameter.DefaultText}", "with a parameter; only the stages that read it are executed again")
            );
        }

        examples.Add(new("--json", "as events, one JSON object a line"));
        return examples;
    }
}
