using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Runs pipelines.</summary>
public static class PipelineEngine
{
    /// <summary>Runs a pipeline to its end and tells what became of each stage. A stage's failure is in the report, not thrown.</summary>
    /// <param name="definition">The pipeline's graph.</param>
    /// <param name="pipeline">An instance of the pipeline class: its properties are the run's parameters.</param>
    /// <param name="options">Where to keep the run and how to run it; by default nothing is kept.</param>
    /// <param name="cancellationToken">Ends the run early: no stage is started any more, running stages are asked to stop, what was
    /// committed stays.</param>
    /// <exception cref="ParameterException">A parameter's value breaks a constraint; nothing was started.</exception>
    /// <exception cref="Storage.StoreException">The store can't be opened, or can't take what the run commits; what was committed before
    /// stays.</exception>
    public static Task<RunReport> RunAsync(
        PipelineDefinition definition,
        object pipeline,
        RunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(pipeline);
        options ??= new RunOptions();
        var parameters = new RunParameters(definition, pipeline);
        return options is { Store: null, StorePath: null }
            ? new PipelineRun(definition, pipeline, options).RunAsync(recorder: null, outputs: null, cancellationToken)
            : DurableRun.RunAsync(definition, pipeline, options, parameters, cancellationToken);
    }
}
