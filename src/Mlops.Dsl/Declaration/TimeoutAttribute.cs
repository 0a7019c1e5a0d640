namespace Mlops.Dsl;

/// <summary>Cancels the stage's token when an attempt runs longer, and fails the attempt.</summary>
/// <param name="limit">The limit as a <see cref="TimeSpan"/> in constant format, such as <c>00:10:00</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimeoutAttribute(string limit) : Attribute
{
    /// <summary>The limit.</summary>
    public string Limit { get; } = limit;
}
