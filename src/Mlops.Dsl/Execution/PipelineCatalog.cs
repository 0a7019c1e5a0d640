namespace Mlops.Dsl.Execution;

/// <summary>The pipelines of the loaded assemblies. Generated module initializers register them: nothing is found by reflection.</summary>
public static class PipelineCatalog
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Lazy<PipelineDefinition>> Pipelines = new(StringComparer.Ordinal);

    /// <summary>The names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names
    {
        get
        {
            lock (Gate)
            {
                return [.. Pipelines.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Adds a pipeline; its definition is built when it is first asked for.</summary>
    public static void Register(string name, Func<PipelineDefinition> define)
    {
        lock (Gate)
        {
            Pipelines[name] = new Lazy<PipelineDefinition>(define);
        }
    }

    /// <summary>The pipeline with a name, or null.</summary>
    public static PipelineDefinition? Find(string name)
    {
        Lazy<PipelineDefinition>? pipeline;
        lock (Gate)
        {
            pipeline = Pipelines.GetValueOrDefault(name);
        }

        return pipeline?.Value;
    }
}
