namespace Mlops.Dsl;

/// <summary>
/// Declares when a pipeline runs by itself while the verb <c>up</c> goes on. Its window is the time since the tick before.
/// </summary>
/// <param name="cron">A cron expression of five fields (minute, hour, day of month, month, day of week).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScheduleAttribute(string cron) : Attribute
{
    /// <summary>The cron expression.</summary>
    public string Cron { get; } = cron;

    /// <summary>The time zone's IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";
}
