using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>How effects are delivered.</summary>
public sealed record DeliveryOptions
{
    /// <summary>The folder of the store, in which the runs are kept that are started.</summary>
    public required string StorePath { get; init; }

    /// <summary>
    /// How often a delivery is tried before it is given up, from 1. With the default pauses, twelve attempts take about seven hours.
    /// </summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>The pause after the first attempt that failed; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause between attempts.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long nobody else tries an effect that is being delivered: longer than a mail server may take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the outbox is looked into.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The mail server and the sender; null where none is set, so that mails wait.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Finds the pipelines that are started.</summary>
    public Func<string, PipelineDefinition?> FindPipeline { get; init; } = PipelineCatalog.Find;

    /// <summary>What started runs take <see cref="FromServicesAttribute"/> parameters from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Where started runs log to.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Takes a line for the person who watches.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    /// <summary>The kinds of effects that wait for a program that can deliver them: this one could but use up their attempts.</summary>
    internal IReadOnlyList<string> WaitingKinds => Mail is null ? [EffectKinds.Mail] : [];

    /// <summary>The pause after an attempt.</summary>
    internal TimeSpan PauseAfter(int attempts)
    {
        var factor = Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        return TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * factor));
    }
}
