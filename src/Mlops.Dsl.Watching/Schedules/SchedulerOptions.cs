using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.Watching;

/// <summary>How schedules are kept.</summary>
public sealed record SchedulerOptions
{
    /// <summary>The folder of the store, in which the runs are kept.</summary>
    public required string StorePath { get; init; }

    /// <summary>
    /// How long after a tick its run begins. What was served just before the tick is in the store by then.
    /// </summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the clock is looked at: no sleep is longer, so that a clock that was set is noticed.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often the run of a tick may be interrupted and is resumed all the same; a further time it is left as it is, and the
    /// next tick comes.
    /// </summary>
    public int MaxInterruptions { get; init; } = 12;

    /// <summary>What runs take <see cref="FromServicesAttribute"/> parameters from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where runs log to.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Takes a line for the person who watches.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}
