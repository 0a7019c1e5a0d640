namespace Mlops.Dsl;

/// <summary>
/// Declares a string property whose value comes from the environment variable <c>MLOPS_SECRET_&lt;NAME&gt;</c> (the property's name in
/// upper snake case) or from user secrets. A secret is in no manifest, cache key, log or artifact.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute
{
    /// <summary>The environment variable to read instead of the one derived from the property's name.</summary>
    public string? EnvironmentVariable { get; set; }

    /// <summary>Whether the run may start without the secret; the property then keeps its default.</summary>
    public bool Optional { get; set; }
}
