namespace Mlops.Dsl.Storage;

/// <summary>Which ticks of schedules have had their run. Safe for concurrent use, also by several processes.</summary>
public interface IScheduleStore
{
    /// <summary>The tick of a schedule that was taken last, or null.</summary>
    /// <param name="schedule">The schedule's name: its pipeline's.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    ValueTask<DateTimeOffset?> GetLastTickAsync(string schedule, CancellationToken cancellationToken = default);

    /// <summary>Ticks of a schedule, newest first.</summary>
    Task<IReadOnlyList<TickRecord>> GetTicksAsync(string schedule, int limit = 100, CancellationToken cancellationToken = default);
}

/// <summary>
/// A tick and its run. It is recorded in the transaction that begins the run (<see cref="RunStart.Tick"/>): a second run of a tick can't
/// begin.
/// </summary>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="Time">The moment that the schedule names.</param>
/// <param name="RunId">The run.</param>
public sealed record TickRecord(string Schedule, DateTimeOffset Time, string RunId);

/// <summary>The tick that a run is for.</summary>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="Time">The moment that the schedule names.</param>
public sealed record Tick(string Schedule, DateTimeOffset Time);

/// <summary>A tick has its run already: another scheduler was faster.</summary>
public sealed class TickTakenException : Exception
{
    /// <summary>Says so.</summary>
    public TickTakenException(Tick tick)
        : base($"The tick {tick?.Time:o} of '{tick?.Schedule}' has its run already.") { }
}
