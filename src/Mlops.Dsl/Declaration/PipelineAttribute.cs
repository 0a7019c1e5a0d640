namespace Mlops.Dsl;

/// <summary>Declares a pipeline: a sealed partial class whose methods are its stages.</summary>
/// <param name="name">The pipeline's name on the command line and in the store: lower-case letters, digits and hyphens.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PipelineAttribute(string name) : Attribute
{
    /// <summary>The pipeline's name.</summary>
    public string Name { get; } = name;

    /// <summary>The semantic version of the pipeline's contract: its parameters, rows and published artifacts.</summary>
    public string Version { get; set; } = "1.0.0";

    /// <summary>Who answers for what the pipeline publishes: a team or a person, in words of your organization.</summary>
    public string? Owner { get; set; }
}
