namespace Mlops.Dsl;

/// <summary>
/// Declares a source that is an artifact of the run which published a version: the profile of the data that the champion was trained on,
/// say. The method is
/// <c>partial T Name()</c>; the generator writes its body. The alias is resolved once per run, to a version that the run records.
/// </summary>
/// <param name="pipelineType">The pipeline that publishes.</param>
/// <param name="stage">The stage, source or publication whose artifact it is.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FromPublishedAttribute(Type pipelineType, string stage) : Attribute
{
    /// <summary>The pipeline that publishes.</summary>
    public Type PipelineType { get; } = pipelineType;

    /// <summary>The stage whose artifact it is.</summary>
    public string Stage { get; } = stage;

    /// <summary>
    /// The name of the <see cref="PublishAttribute">[Publish]</see> method whose versions are meant; needed where the pipeline has several.
    /// </summary>
    public string? Publication { get; set; }

    /// <summary>The alias that tells the version.</summary>
    public string Alias { get; set; } = "champion";

    /// <summary>
    /// The version of the pipeline that the source was made for. The project does not build against a pipeline whose version may break what
    /// this one promised. Null, the default, follows every version.
    /// </summary>
    public string? PipelineVersion { get; set; }
}
