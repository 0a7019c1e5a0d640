using System.Reflection;

namespace Mlops.Dsl.Execution;

/// <summary>A pipeline as the engine sees it: its parameters, its graph of stages, and how to make an instance.</summary>
public abstract class PipelineDefinition
{
    /// <summary>The pipeline's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of its contract.</summary>
    public required string Version { get; init; }

    /// <summary>The doc comment's summary, if any.</summary>
    public string? Description { get; init; }

    /// <summary>The drawing of the graph.</summary>
    public string Diagram { get; init; } = "";

    /// <summary>The parameters and secrets, in declaration order.</summary>
    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>
    /// Sources, stages, gates and publications, in a topological order: each one's inputs, conditions and predecessors come before it.
    /// <see cref="StageDefinition.Index"/> is the position in this list.
    /// </summary>
    public required IReadOnlyList<StageDefinition> Stages { get; init; }

    /// <summary>When the pipeline runs by itself; null where it only runs when someone asks for it.</summary>
    public PipelineSchedule? Schedule { get; init; }

    /// <summary>The parameter that tells which time a run is about; null for a pipeline without a window.</summary>
    public ParameterDefinition? Window => Parameters.FirstOrDefault(static parameter => parameter.IsWindow);

    /// <summary>The time that a run of an instance is about; null for a pipeline without a window.</summary>
    public TimeWindow? GetWindow(object pipeline) =>
        Window?.Format(pipeline) is { } text && ParameterFormats.TimeWindow.TryParse(text, out var window) ? window : null;

    /// <summary>The assembly that declares the pipeline; its manifest lies beside it.</summary>
    public abstract Assembly Assembly { get; }

    /// <summary>The pipeline class.</summary>
    public abstract Type PipelineType { get; }

    /// <summary>Makes an instance whose parameters have the given values, or their defaults.</summary>
    public abstract object CreateInstance(ParameterValues values);
}

/// <summary>A pipeline whose class is known.</summary>
/// <typeparam name="TPipeline">The pipeline class.</typeparam>
public sealed class PipelineDefinition<TPipeline> : PipelineDefinition
    where TPipeline : class
{
    /// <summary>Makes an instance: generated, one assignment a parameter.</summary>
    public required Func<ParameterValues, TPipeline> Create { get; init; }

    /// <inheritdoc />
    public override Assembly Assembly => typeof(TPipeline).Assembly;

    /// <inheritdoc />
    public override Type PipelineType => typeof(TPipeline);

    /// <inheritdoc />
    public override object CreateInstance(ParameterValues values) => Create(values);
}
