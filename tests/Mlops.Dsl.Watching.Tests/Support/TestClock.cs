namespace Mlops.Dsl.Watching.Tests;

/// <summary>A clock that the test sets. Timers are the system's, with their time shortened to almost nothing.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(
            callback,
            state,
            dueTime < TimeSpan.Zero ? dueTime : TimeSpan.FromTicks(Math.Min(dueTime.Ticks, TimeSpan.TicksPerMillisecond * 5)),
            period
        );
}
