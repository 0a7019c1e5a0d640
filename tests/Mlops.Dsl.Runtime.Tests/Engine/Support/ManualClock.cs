namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>A clock that stands still until it is advanced. Whoever waits for a timer is told when one is set.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _watchers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(50).AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes when a timer is set that goes off after exactly this time.</summary>
    public Task WhenTimerIsSetAsync(TimeSpan due)
    {
        lock (_gate)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_timers.Exists(timer => timer.Due - _now == due))
            {
                set.SetResult();
            }

            _watchers.Add((due, set));
            return set.Task;
        }
    }

    /// <summary>Lets time pass, and timers go off.</summary>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += time;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(static timer => timer.Fire());
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        public TimeSpan? Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                    clock._watchers.FindAll(watcher => watcher.Due == dueTime).ForEach(static watcher => watcher.Set.TrySetResult());
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
