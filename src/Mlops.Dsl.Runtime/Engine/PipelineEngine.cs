using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime;

/// <summary>Runs pipelines.</summary>
public static class PipelineEngine
{
    /// <summary>Runs a pipeline to its end and tells what became of each stage. A stage's failure is in the report, not thrown.</summary>
    /// <param name="definition">The pipeline's graph.</param>
    /// <param name="pipeline">An instance of the pipeline class: its properties are the run's parameters.</param>
    /// <param name="options">Where to keep the run and how to run it; by default nothing is kept.</param>
    /// <param name="cancellationToken">Ends the run early: no stage is started any more, running stages are asked to stop, what was committed stays.</param>
    /// <exception cref="ParameterException">A parameter's value breaks a constraint; nothing was started.</exception>
    public static Task<RunReport> RunAsync(
        PipelineDefinition definition, object pipeline, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(pipeline);
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotSupportedException($"The engine is not here yet: '{definition.Name}' was not run with {options ?? new RunOptions()}.");
    }
}
