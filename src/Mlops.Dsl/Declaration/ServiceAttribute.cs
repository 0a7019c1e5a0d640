namespace Mlops.Dsl;

/// <summary>
/// Declares a partial class as a service: what answers requests with a published model. The generator writes its bodies and endpoints.
/// </summary>
/// <param name="name">The service's name, the first part of its endpoints' paths: lower-case letters, digits and hyphens.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ServiceAttribute(string name) : Attribute
{
    /// <summary>The service's name.</summary>
    public string Name { get; } = name;

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; set; }
}
