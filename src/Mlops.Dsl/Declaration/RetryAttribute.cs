namespace Mlops.Dsl;

/// <summary>Runs a failed stage again, waiting longer each time. Cancellation is never retried; a timeout is.</summary>
/// <param name="attempts">How often the stage may run in all, 2 to 100.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryAttribute(int attempts) : Attribute
{
    /// <summary>How often the stage may run in all.</summary>
    public int Attempts { get; } = attempts;

    /// <summary>The wait before the second attempt, as a <see cref="TimeSpan"/> in constant format. Default: one second.</summary>
    public string Delay { get; set; } = "00:00:01";

    /// <summary>What the wait is multiplied by for each further attempt, at least 1. Default: 2.</summary>
    public double Backoff { get; set; } = 2;
}
