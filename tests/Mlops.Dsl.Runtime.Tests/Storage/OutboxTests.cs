using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Effects: recorded with their stage's commit, delivered under a lease.</summary>
public sealed class OutboxTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 14, 30, 55, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly StoreSandbox _sandbox = new();
    private readonly SettableClock _clock = new(Time);

    [Fact]
    public async Task An_effect_is_there_with_its_commit()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", new Effect("e1", "mail", "ops@example.org", "{\"a\":1}"));

        var record = Assert.Single(await store.Outbox.GetAsync());

        Assert.Equal(
            new OutboxRecord("e1", "mail", "ops@example.org", "{\"a\":1}", "run1", "Tell", Time, EffectStatus.Pending, 0, Time, null),
            record
        );
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_no_effect()
    {
        await using var store = Open();
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        var commit = StoreSandbox.NewExecution("Tell") with { Effect = new Effect("e1", null!, "target", "{}") };

        await Assert.ThrowsAsync<StoreException>(async () => await (await run.CommitAsync(commit)).Durable);

        Assert.Empty(await store.Outbox.GetAsync());
        Assert.Empty(await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = "run1" }));
    }

    [Fact]
    public async Task A_second_effect_with_an_id_is_dropped()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", new Effect("e1", "mail", "first", "{}"));
        await CommitAsync(store, "run2", new Effect("e1", "mail", "second", "{}"));

        Assert.Equal("first", Assert.Single(await store.Outbox.GetAsync()).Target);
    }

    [Fact]
    public async Task An_effect_within_the_cool_down_of_another_is_recorded_as_dropped()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", Effect("e1"));
        _clock.Now = Time.AddSeconds(59);
        await CommitAsync(store, "run2", Effect("e2"));
        await CommitAsync(store, "run3", Effect("e3"), stage: "Other");
        await CommitAsync(store, "run4", Effect("e4") with { CoolDown = null });
        _clock.Now = Time.AddSeconds(59) + Minute;
        await CommitAsync(store, "run5", Effect("e5"));

        Assert.Equal(
            ["e1 Pending", "e2 Dropped", "e3 Pending", "e4 Pending", "e5 Pending"],
            (await store.Outbox.GetAsync()).Reverse().Select(static record => $"{record.Id} {record.Status}")
        );
        Assert.Equal(["e1", "e3", "e4", "e5"], (await store.Outbox.TakeAsync(10, Minute)).Select(static record => record.Id));
    }

    [Fact]
    public async Task A_dropped_effect_does_not_prolong_the_cool_down()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", Effect("e1"));
        _clock.Now = Time.AddSeconds(50);
        await CommitAsync(store, "run2", Effect("e2"));
        _clock.Now = Time.AddSeconds(70);
        await CommitAsync(store, "run3", Effect("e3"));

        Assert.Equal(
            ["Pending", "Dropped", "Pending"],
            (await store.Outbox.GetAsync()).Reverse().Select(static record => record.Status.ToString())
        );
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_silences_nobody_for_years()
    {
        await using var store = Open();
        _clock.Now = Time.AddYears(10);
        await CommitAsync(store, "run1", Effect("e1"));
        _clock.Now = Time;
        await CommitAsync(store, "run2", Effect("e2"));

        Assert.Equal(2, (await store.Outbox.TakeAsync(10, Minute)).Count);
    }

    [Fact]
    public async Task Nobody_takes_an_effect_within_its_lease()
    {
        await using var first = Open();
        await using var second = Open();
        await CommitAsync(first, "run1", new Effect("e1", "mail", "t", "{}"));

        var taken = Assert.Single(await first.Outbox.TakeAsync(10, Minute));
        Assert.Equal((1, Time + Minute), (taken.Attempts, taken.Next));
        _clock.Now = Time + Minute - TimeSpan.FromMilliseconds(1);
        Assert.Empty(await second.Outbox.TakeAsync(10, Minute));
        _clock.Now = Time + Minute;
        Assert.Equal(2, Assert.Single(await second.Outbox.TakeAsync(10, Minute)).Attempts);
        Assert.Empty(await first.Outbox.TakeAsync(10, Minute));
    }

    [Fact]
    public async Task Whose_lease_is_over_can_not_shorten_that_of_the_next()
    {
        await using var first = Open();
        await using var second = Open();
        await CommitAsync(first, "run1", new Effect("e1", "mail", "t", "{}"));
        await first.Outbox.TakeAsync(10, Minute);
        _clock.Now = Time + Minute;
        await second.Outbox.TakeAsync(10, Minute);

        await first.Outbox.FailAsync("e1", "too late", _clock.Now);

        Assert.Empty(await first.Outbox.TakeAsync(10, Minute));
        Assert.Null(Assert.Single(await first.Outbox.GetAsync()).Result);
        await first.Outbox.CompleteAsync("e1", "it arrived all the same");
        Assert.Equal(EffectStatus.Delivered, Assert.Single(await first.Outbox.GetAsync()).Status);
    }

    [Fact]
    public async Task A_lease_is_prolonged_with_what_is_known_so_far()
    {
        await using var first = Open();
        await using var second = Open();
        await CommitAsync(first, "run1", new Effect("e1", "mail", "t", "{}"));
        await CommitAsync(first, "run2", new Effect("e2", "mail", "t", "{}"));
        await first.Outbox.TakeAsync(1, Minute);
        _clock.Now = Time.AddSeconds(30);

        Assert.True(await first.Outbox.KeepAsync("e1", Minute, "half of it"));

        var records = await first.Outbox.GetAsync();
        Assert.Equal((1, Time.AddSeconds(90), "half of it"), Told(records, "e1"));
        Assert.Equal((0, Time, null), Told(records, "e2"));
        _clock.Now = Time.AddSeconds(90);
        Assert.Equal(["e1", "e2"], (await second.Outbox.TakeAsync(10, Minute)).Select(static r => r.Id).Order(StringComparer.Ordinal));
        Assert.False(await first.Outbox.KeepAsync("e1", Minute, "someone else has it"));
        Assert.Equal("half of it", Told(await first.Outbox.GetAsync(), "e1").Result);
    }

    [Fact]
    public async Task Delivered_and_failed_effects_say_so()
    {
        await using var store = Open();
        foreach (var id in (string[])["e1", "e2", "e3"])
        {
            await CommitAsync(store, $"run-{id}", new Effect(id, "mail", "t", "{}"));
        }

        await store.Outbox.TakeAsync(10, Minute);
        await store.Outbox.CompleteAsync("e1", "run-7");
        await store.Outbox.FailAsync("e2", "refused", tryAgain: null);
        await store.Outbox.FailAsync("e3", "down", Time.AddSeconds(5));
        await store.Outbox.FailAsync("e1", "after it was delivered", tryAgain: null);

        Assert.Equal(
            ["e3 Pending 1 down", "e2 Failed 1 refused", "e1 Delivered 1 run-7"],
            (await store.Outbox.GetAsync()).Select(static record => $"{record.Id} {record.Status} {record.Attempts} {record.Result}")
        );
        Assert.Empty(await store.Outbox.TakeAsync(10, Minute));
        _clock.Now = Time.AddSeconds(5);
        Assert.Equal("e3", Assert.Single(await store.Outbox.TakeAsync(10, Minute)).Id);
        await Assert.ThrowsAsync<ArgumentException>(() => store.Outbox.CompleteAsync("e9", null));
        Assert.Equal(2, (await store.Outbox.GetAsync(2)).Count);
    }

    [Fact]
    public async Task Processes_that_take_at_once_share_the_effects()
    {
        await using (var store = Open())
        {
            for (var i = 0; i < 60; i++)
            {
                await CommitAsync(store, $"run{i}", new Effect($"e{i}", "mail", "t", "{}"));
            }
        }

        var taken = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            async (_, cancellation) =>
            {
                await using var store = Open();
                while (await store.Outbox.TakeAsync(7, Minute, cancellation) is { Count: > 0 } some)
                {
                    foreach (var effect in some)
                    {
                        taken.Add(effect.Id);
                    }
                }
            }
        );

        Assert.Equal((60, 60), (taken.Count, taken.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task A_store_that_was_opened_for_reading_shows_effects_and_takes_none()
    {
        await using (var store = Open())
        {
            await CommitAsync(store, "run1", new Effect("e1", "mail", "t", "{}"));
        }

        await using var reader = _sandbox.Open(readOnly: true);
        Assert.Single(await reader.Outbox.GetAsync());
        Assert.Equal(StoreProblem.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => reader.Outbox.TakeAsync(1, Minute))).Problem);
        Assert.Equal(
            StoreProblem.ReadOnly,
            (await Assert.ThrowsAsync<StoreException>(() => reader.Outbox.CompleteAsync("e1", null))).Problem
        );
    }

    [Fact]
    public async Task Only_what_is_not_delivered_is_made_due_again()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", Effect("given up"));
        await CommitAsync(store, "run2", Effect("delivered") with { CoolDown = null });
        await store.Outbox.TakeAsync(10, Minute);
        await store.Outbox.FailAsync("given up", "refused", tryAgain: null);
        await store.Outbox.CompleteAsync("delivered", null);
        _clock.Now = Time + Minute;

        Assert.True(await store.Outbox.RetryAsync("given up"));
        Assert.False(await store.Outbox.RetryAsync("delivered"));
        Assert.False(await store.Outbox.RetryAsync("unknown"));

        var due = Assert.Single(await store.Outbox.TakeAsync(10, Minute));
        Assert.Equal("given up", due.Id);
    }

    [Fact]
    public async Task The_tick_of_a_start_is_named_by_its_effect()
    {
        await using var store = Open();
        await CommitAsync(store, "run1", new Effect("e1", EffectKinds.Start, "other", "{}"));

        var tick = EffectKinds.TickOf(Assert.Single(await store.Outbox.GetAsync()));

        Assert.Equal(new Tick("start:e1", Time), tick);
        Assert.Equal("e1", (StoreSandbox.NewRun("run2") with { Tick = tick }).AskedForBy);
        Assert.Null((StoreSandbox.NewRun("run3") with { Tick = new Tick("every day", Time) }).AskedForBy);
    }

    public void Dispose() => _sandbox.Dispose();

    private static Effect Effect(string id) => new(id, "mail", "target", "{}", Minute);

    private IStore Open() => SqliteStore.Open(_sandbox.StorePath, new StoreOptions { BusyTimeout = TimeSpan.FromSeconds(5) }, _clock);

    private static (int Attempts, DateTimeOffset? Next, string? Result) Told(IReadOnlyList<OutboxRecord> records, string id)
    {
        var record = records.Single(record => record.Id == id);
        return (record.Attempts, record.Next, record.Result);
    }

    internal static async Task CommitAsync(IStore store, string runId, Effect effect, string stage = "Tell")
    {
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun(runId));
        await (await run.CommitAsync(StoreSandbox.NewExecution(stage) with { Effect = effect })).Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, Time);
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
