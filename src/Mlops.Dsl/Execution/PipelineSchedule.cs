namespace Mlops.Dsl.Execution;

/// <summary>When a pipeline runs by itself: what its <see cref="ScheduleAttribute">[Schedule]</see> says.</summary>
/// <param name="Cron">A cron expression of five fields.</param>
/// <param name="TimeZone">The IANA name of the time zone that it is read in.</param>
public sealed record PipelineSchedule(string Cron, string TimeZone);
