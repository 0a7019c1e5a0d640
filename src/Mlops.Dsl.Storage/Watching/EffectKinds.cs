namespace Mlops.Dsl.Storage;

/// <summary>The kinds of effects in the outbox.</summary>
public static class EffectKinds
{
    /// <summary>A notice that goes to a mail address.</summary>
    public const string Mail = "mail";

    /// <summary>A notice that becomes a line of a file in a folder.</summary>
    public const string File = "file";

    /// <summary>A run of another pipeline.</summary>
    public const string Start = "start";

    /// <summary>How the schedule of a tick begins that a start made: its effect's id follows.</summary>
    public const string TickPrefix = "start:";

    /// <summary>
    /// The tick with which the run of a start begins, so that the start has one run, however often its delivery is tried.
    /// </summary>
    /// <param name="effect">The effect.</param>
    public static Tick TickOf(OutboxRecord effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new Tick(TickPrefix + effect.Id, effect.Created);
    }
}

/// <summary>The stage that asked for an effect.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Stage">The stage.</param>
/// <param name="RunId">The run.</param>
/// <param name="Window">The time that the run is about; null for a pipeline without a window.</param>
public sealed record EffectOrigin(string Pipeline, string Stage, string RunId, TimeWindow? Window);
