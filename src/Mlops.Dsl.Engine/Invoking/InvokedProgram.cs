using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Finds what an invocation names in this program.</summary>
internal static class InvokedProgram
{
    /// <summary>The pipeline and the stage.</summary>
    /// <exception cref="ExecutorException">This program is another build, or has no such stage.</exception>
    public static (PipelineDefinition Pipeline, StageDefinition Stage) Find(
        StageInvocation invocation,
        Func<string, PipelineDefinition?> findPipeline
    )
    {
        var pipeline =
            findPipeline(invocation.Pipeline)
            ?? throw new ExecutorException($"The program that is to run '{invocation.Stage}' has no pipeline '{invocation.Pipeline}'.");
        var here = StageAttempt.ModulesOf(pipeline.Assembly);
        foreach (var module in invocation.Modules)
        {
            if (here.FirstOrDefault(other => other.Name == module.Name) is { } other && other.Version != module.Version)
            {
                throw new ExecutorException(
                    $"'{module.Name}' on disk is another build than the one that the run was started with. Run again, and build when no "
                        + "run goes on."
                );
            }
        }

        var stage = pipeline.Stages.FirstOrDefault(stage => stage.Name == invocation.Stage);
        return stage is not null && stage.Inputs.Count == invocation.Inputs.Count
            ? (pipeline, stage)
            : throw new ExecutorException(
                $"The pipeline '{invocation.Pipeline}' of the program that is to run '{invocation.Stage}' has no such stage."
            );
    }

    /// <summary>An instance with the run's parameters.</summary>
    /// <exception cref="ExecutorException">A value can't be read.</exception>
    public static object CreatePipeline(
        PipelineDefinition definition,
        StageInvocation invocation,
        IReadOnlyDictionary<string, string> secrets
    )
    {
        var values = new ParameterValues();
        var given = invocation.Parameters.Concat(invocation.Secrets.Select(name => new NamedValue(name, secrets.GetValueOrDefault(name))));
        foreach (var (name, value) in given)
        {
            var problem = definition.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter
                ? parameter.Parse(value ?? "", values)
                : "is no parameter";
            if (problem is not null)
            {
                throw new ExecutorException($"The pipeline '{definition.Name}' can't be made as the run has it: {name} {problem}.");
            }
        }

        return definition.CreateInstance(values);
    }
}
