namespace Mlops.Dsl;

/// <summary>
/// Declares a stage that returns a <see cref="Notice"/> to be told. The notice is recorded with the stage's commit and delivered after it,
/// at least once, with an id by which receivers can drop duplicates.
/// </summary>
/// <param name="target">Where to: <c>mail:someone@example.org</c>, or <c>file:notices</c> for a folder in which each notice is a line of a
/// file.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotifyAttribute(string target) : Attribute
{
    /// <summary>Where to.</summary>
    public string Target { get; } = target;
}
