namespace Mlops.Dsl;

/// <summary>
/// Declares a stage whose output becomes a named entry with a rising version number in the store. Content equal to that of the newest
/// version makes no new one.
/// </summary>
/// <param name="name">The entry's name: lower-case letters, digits and hyphens.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishAttribute(string name) : Attribute
{
    /// <summary>The entry's name.</summary>
    public string Name { get; } = name;

    /// <summary>What the published artifact may be used for, in a sentence.</summary>
    public string? Purpose { get; set; }
}
