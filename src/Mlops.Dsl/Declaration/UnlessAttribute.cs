namespace Mlops.Dsl;

/// <summary>
/// Skips the stage, and what needs its output, if the gate passed or the bool is true. Where there are several, also of
/// <see cref="WhenAttribute">[When]</see>, the stage runs only if all of them let it.
/// </summary>
/// <param name="condition">A gate, a stage or tuple element that returns <see cref="bool"/>, or a <see cref="bool"/> parameter.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UnlessAttribute(string condition) : Attribute
{
    /// <summary>The gate or bool.</summary>
    public string Condition { get; } = condition;
}
