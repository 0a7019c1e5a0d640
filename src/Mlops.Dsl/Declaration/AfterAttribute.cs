namespace Mlops.Dsl;

/// <summary>
/// Orders the stage after another without passing data. A gate that refused has succeeded: the stage runs. Where that is not meant, name
/// the gate in <see cref="WhenAttribute">[When]</see>.
/// </summary>
/// <param name="stage">The stage that must have succeeded before this one starts.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute(string stage) : Attribute
{
    /// <summary>The stage to wait for.</summary>
    public string Stage { get; } = stage;
}
