using System.Globalization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>What <c>gc</c> removes of what was served and sent, where it is asked to.</summary>
public sealed class OldTrafficTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Day = new(Noon, Noon.AddDays(1));

    private readonly StoreSandbox _sandbox = new();
    private readonly SettableClock _clock = new(Noon);

    [Fact]
    public async Task Without_a_time_nothing_is_removed()
    {
        await using var store = await FillAsync();

        var report = await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false);

        Assert.Equal((0, 0), (report.Answers, report.Effects));
        Assert.Equal((4, 6), await CountAsync(store));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answers_go_with_their_labels(bool dryRun)
    {
        await using var store = await FillAsync();

        var report = await store.CollectAsync(new RetentionPolicy { KeepServedSince = Noon.AddHours(2) }, dryRun);

        Assert.Equal((2, 0), (report.Answers, report.Effects));
        Assert.Equal((dryRun ? 4 : 2, 6), await CountAsync(store));
        Assert.Equal(dryRun ? 4 : 2, CountLabels());
        Assert.Equal(!dryRun, await store.Serving.LabelAsync("income", "r1", "no") is false);
        Assert.True(await store.Serving.LabelAsync("income", "r2", "no"));
    }

    [Fact]
    public async Task Effects_go_that_are_done_with_but_for_the_latest_of_their_stage()
    {
        await using var store = await FillAsync();

        var report = await store.CollectAsync(new RetentionPolicy { KeepSentSince = Noon.AddHours(4) }, dryRun: false);

        // e0 was delivered, and so was e3, which is the latest of its stage; e1 was given up, e2 dropped, e4 is pending, and e5 is too
        // young.
        Assert.Equal((0, 2), (report.Answers, report.Effects));
        Assert.Equal(
            ["e1", "e3", "e4", "e5"],
            (await store.Outbox.GetAsync()).Select(static effect => effect.Id).Order(StringComparer.Ordinal)
        );
    }

    public void Dispose() => _sandbox.Dispose();

    /// <summary>Four labelled answers and six effects, one an hour.</summary>
    private async Task<IStore> FillAsync()
    {
        var store = SqliteStore.Open(_sandbox.StorePath, clock: _clock);
        for (var hour = 0; hour < 4; hour++)
        {
            _clock.Now = Noon.AddHours(hour);
            await store.Serving.RecordAsync(
                ServingLogTests.NewRecord(Name('r', hour), 0) with
                {
                    Service = "income",
                    Method = "Score",
                    Time = _clock.Now,
                }
            );
            Assert.True(await store.Serving.LabelAsync("income", Name('r', hour), "yes"));
        }

        for (var hour = 0; hour < 6; hour++)
        {
            _clock.Now = Noon.AddHours(hour);
            var id = Name('e', hour);
            var stage =
                hour == 5 ? "Young"
                : hour == 4 ? "Pending"
                : "Tell";
            await OutboxTests.CommitAsync(
                store,
                $"run-{id}",
                new Effect(id, "mail", "target", "{}", hour == 2 ? TimeSpan.FromHours(2) : null),
                stage
            );
            switch (hour)
            {
                case 0 or 3 or 5:
                    await store.Outbox.CompleteAsync(id, "sent");
                    break;
                case 1:
                    await store.Outbox.FailAsync(id, "refused", tryAgain: null);
                    break;
                default:
                    break;
            }
        }

        return store;
    }

    private static async Task<(int Answers, int Effects)> CountAsync(IStore store)
    {
        var answers = 0;
        await foreach (var _ in store.Serving.ReadAsync("income", "Score", Day))
        {
            answers++;
        }

        return (answers, (await store.Outbox.GetAsync()).Count);
    }

    private long CountLabels() => Sql.Query(Path.Combine(_sandbox.StorePath, "store.db"), "SELECT count(*) FROM labels");

    private static string Name(char kind, int hour) => string.Create(CultureInfo.InvariantCulture, $"{kind}{hour}");
}
