namespace Mlops.Dsl.Execution;

/// <summary>
/// Carries a pipeline's manifest, as the generator knows it, in the compiled assembly. The build completes it and writes it beside the
/// program.
/// </summary>
/// <param name="pipeline">The pipeline's name.</param>
/// <param name="json">The manifest without fingerprints.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PipelineManifestAttribute(string pipeline, string json) : Attribute
{
    /// <summary>The pipeline's name.</summary>
    public string Pipeline { get; } = pipeline;

    /// <summary>The manifest without fingerprints.</summary>
    public string Json { get; } = json;
}
