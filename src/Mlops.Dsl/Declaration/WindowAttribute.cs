namespace Mlops.Dsl;

/// <summary>
/// Marks the <see cref="TimeWindow"/> property of a pipeline that tells which time a run is about. Schedules, backfills and
/// <c>--from</c>/<c>--to</c> set it; it is part of the run record and of cache keys.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WindowAttribute : Attribute;
