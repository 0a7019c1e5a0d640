namespace Mlops.Dsl;

/// <summary>
/// Declares a partial method of a <see cref="ServiceAttribute">[Service]</see> that answers with what a published model predicts:
/// <c>partial ValueTask&lt;Answer&lt;TPrediction&gt;&gt; Name(TInput input, CancellationToken cancellationToken)</c>.
/// </summary>
/// <param name="pipelineType">The pipeline that publishes the model.</param>
/// <param name="publication">The name of its <see cref="PublishAttribute">[Publish]</see> method.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PredictAttribute(Type pipelineType, string publication) : Attribute
{
    /// <summary>The pipeline that publishes the model.</summary>
    public Type PipelineType { get; } = pipelineType;

    /// <summary>The name of its publishing method.</summary>
    public string Publication { get; } = publication;

    /// <summary>The alias whose version answers; when the alias moves, the service follows.</summary>
    public string Alias { get; set; } = "champion";

    /// <summary>
    /// The version of the pipeline that the service was made for. The project does not build against a pipeline whose version may break
    /// what this one promised. Null, the default, follows every version.
    /// </summary>
    public string? PipelineVersion { get; set; }
}
