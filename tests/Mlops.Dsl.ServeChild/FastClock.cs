namespace Mlops.Dsl.ServeChild;

/// <summary>A clock on which a second is a minute, so that schedules of minutes tick while a test waits.</summary>
/// <param name="origin">When it showed the right time.</param>
public sealed class FastClock(DateTimeOffset origin) : TimeProvider
{
    private const int Speed = 60;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => origin + ((System.GetUtcNow() - origin) * Speed);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private static TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / Speed));
}
