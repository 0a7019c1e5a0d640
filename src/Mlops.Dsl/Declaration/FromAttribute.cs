namespace Mlops.Dsl;

/// <summary>Binds a stage's parameter to an output by name, where its own name or type does not.</summary>
/// <param name="output">A stage, a source, or an element of a stage's returned tuple.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromAttribute(string output) : Attribute
{
    /// <summary>The output.</summary>
    public string Output { get; } = output;
}
