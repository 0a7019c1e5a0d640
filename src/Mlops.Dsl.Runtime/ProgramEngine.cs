using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime;

/// <summary>Runs pipelines with the embedded store at hand: what the generated <c>RunAsync</c> of a pipeline calls.</summary>
public static class ProgramEngine
{
    /// <summary>Runs a pipeline as <see cref="PipelineEngine.RunAsync"/> does, where a plain path names a folder's store.</summary>
    /// <inheritdoc cref="PipelineEngine.RunAsync"/>
    public static Task<RunReport> RunAsync(
        PipelineDefinition definition,
        object pipeline,
        RunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (options?.StorePath is not null)
        {
            SqliteStore.Register();
        }

        return PipelineEngine.RunAsync(definition, pipeline, options, cancellationToken);
    }
}
