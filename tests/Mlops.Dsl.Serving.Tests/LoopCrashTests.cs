using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mlops.Dsl.Engine;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Serving.Tests.Support;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Watching;
using Mlops.Dsl.Watching.Tests;

namespace Mlops.Dsl.Serving.Tests;

/// <summary>
/// The whole loop is killed under load at random moments and started again: nothing that anybody was told is lost, and nothing is done
/// twice.
/// </summary>
public sealed class LoopCrashTests
{
    private const int Kills = 10;
    private const int Clients = 3;
    private static readonly TimeWindow Always = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(7000));

    private readonly ConcurrentDictionary<string, int> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _labelled = new(StringComparer.Ordinal);
    private readonly List<string[]> _told = [];
    private readonly DateTimeOffset _origin = DateTimeOffset.UtcNow;
    private MailSettings? _mail;
    private int _starts;

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Killing_the_loop_loses_nothing_and_doubles_nothing()
    {
        await using var store = new ServedStore();
        await using var mail = MailServer.Start();
        _mail = mail.Settings;
        await store.PromoteAsync(0);
        foreach (var seed in Sweep.Seeds(Kills))
        {
            var random = new Random(seed);
            await LiveAsync(store, afterServing: random.Next(2) == 0, TimeSpan.FromMilliseconds(random.Next(300, 3000)));
        }

        await SettleAsync(store);

        // Otherwise nothing was there that could have been lost.
        Assert.NotEmpty(_labelled);
        Assert.NotEmpty(Told("approved"));
        Assert.NotEmpty(await store.Store.Outbox.GetAsync(int.MaxValue, TestContext.Current.CancellationToken));

        await store.ReopenAsync();
        await CheckServedAsync(store);
        await CheckReviewsAsync(store.Store);
        await CheckTicksAsync(store.Store);
        await CheckOutboxAsync(store);
        await CheckMailsAsync(store.Store, mail);
        await CheckStartsAsync(store.Store);
        TestContext.Current.TestOutputHelper?.WriteLine(await DescribeAsync(store.Store));
    }

    /// <summary>
    /// Lets the program live under load, and kills it: a time after its start, which a slow machine may not have finished by then, or a
    /// time after it serves.
    /// </summary>
    private async Task LiveAsync(ServedStore store, bool afterServing, TimeSpan time)
    {
        using var program = Start(store);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(program))).ToList();
        if (afterServing)
        {
            await program.Address;
        }

        await Task.Delay(time);
        _told.AddRange((await program.KillAsync()).Select(static line => line.Split(' ')));
        await Task.WhenAll(clients);
    }

    /// <summary>
    /// Lets the program live without load until nothing more is asked for, and everything that was asked for is delivered.
    /// </summary>
    private async Task SettleAsync(ServedStore store)
    {
        using var program = Start(store);
        var started = new FastClock(_origin).GetUtcNow();
        var isSettled = false;
        for (var i = 0; i < 600 && !isSettled; i++)
        {
            await Task.Delay(100);
            var effects = await store.Store.Outbox.GetAsync(int.MaxValue);

            // The first tick from now on has the load before it in its window. When the second begins, the run of the first has ended.
            var ticks = await store.Store.Schedules.GetTicksAsync("income-watch", int.MaxValue);
            isSettled =
                ticks.Count(tick => tick.Time > started) >= 2
                && effects.All(static effect => effect.Status is EffectStatus.Delivered or EffectStatus.Dropped);
        }

        var told = await program.KillAsync();
        var notes = told.Where(static line => line.StartsWith("note", StringComparison.Ordinal));
        Assert.True(isSettled, $"A minute was not enough to deliver everything:\n{string.Join('\n', notes)}");
        _told.AddRange(told.Select(static line => line.Split(' ')));
    }

    private LiveProcess Start(ServedStore store)
    {
        _starts++;
        return new(Path.Combine(store.Path, ".mlops"), store.Path, _origin, _mail);
    }

    /// <summary>Asks, and labels each third answer, until nobody answers any more.</summary>
    private async Task AskAsync(LiveProcess program)
    {
        if (await program.Address is not { } address)
        {
            return;
        }

        using var http = new HttpClient { BaseAddress = address };
        var client = new IncomeService.Client(http);
        try
        {
            for (var i = 0; ; i++)
            {
                var answer = await client.ScoreAsync(RunningService.Applicant);
                Assert.True(_answered.TryAdd(answer.RequestId, answer.ModelVersion));
                if (i % 3 == 0)
                {
                    await client.FeedbackAsync(answer.RequestId, label: i % 2 == 0);
                    Assert.True(_labelled.TryAdd(answer.RequestId, i % 2 == 0));
                }

                await Task.Delay(5);
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private IEnumerable<string[]> Told(string what) => _told.Where(line => line[0] == what);

    private async Task CheckServedAsync(ServedStore store)
    {
        var served = new Dictionary<string, ServedRecord>(StringComparer.Ordinal);
        await foreach (var record in store.Store.Serving.ReadAsync("income", "Score", Always))
        {
            served.Add(record.RequestId, record);
        }

        Assert.All(_answered, answer => Assert.Equal(answer.Value, served[answer.Key].ModelVersion));
        Assert.All(_labelled, label => Assert.Equal(label.Value ? "true" : "false", served[label.Key].Label));
    }

    private async Task CheckReviewsAsync(IStore store)
    {
        var versions = (await store.Registry.GetVersionsAsync("income")).ToDictionary(static version => version.Entry.Version);
        Assert.Null((await store.Registry.VerifyAuditAsync()).Problem);
        Assert.All(Told("approved"), line => Assert.Contains(versions[Version(line)].Reviews, review => review.Reviewer == line[2]));
        var audit = await store.Registry.GetAuditAsync("income");

        // Moving an alias to where it is already is no move: only who moved it first is in the audit.
        var moves = audit.Where(static record => record.Action == "alias-moved").Select(static record => record.Version).ToHashSet();
        Assert.All(Told("moved"), line => Assert.Contains(Version(line), moves));
    }

    private static async Task CheckTicksAsync(IStore store)
    {
        var ticks = await store.Schedules.GetTicksAsync("income-watch", int.MaxValue);
        var runs = await store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income-watch", Limit = int.MaxValue });
        Assert.Equal(ticks.Count, ticks.DistinctBy(static tick => tick.Time).Count());
        Assert.Equal(
            runs.Where(static run => run.Start.Parent is null).Select(static run => run.Id).Order(StringComparer.Ordinal),
            ticks.Select(static tick => tick.RunId).Order(StringComparer.Ordinal)
        );
    }

    private static async Task CheckOutboxAsync(ServedStore store)
    {
        var effects = await store.Store.Outbox.GetAsync(int.MaxValue);
        var notices = (await File.ReadAllLinesAsync(Path.Combine(store.Path, "notices", "notices.jsonl"))).Select(ReadId).OfType<string>();
        Assert.Equal(
            effects.Where(static effect => effect.Kind == "file").Select(static effect => effect.Id).Order(StringComparer.Ordinal),
            notices.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>How much there was that could have been lost.</summary>
    private async Task<string> DescribeAsync(IStore store)
    {
        var runs = await store.Runs.GetRunsAsync(new RunFilter());
        var interrupted = runs.Where(static run => run.Status == RunStatus.Interrupted).CountBy(static run => run.Start.Pipeline);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{_starts - 1} kills, {_answered.Count} answers, {_labelled.Count} labels, {Told("approved").Count()} approvals; "
                    + $"interrupted: "
            ) + string.Join(", ", interrupted.Select(static count => FormattableString.Invariant($"{count.Value} runs of {count.Key}")));
    }

    /// <summary>Each mail arrived, and twice only where a kill came between its arrival and the record of it.</summary>
    private async Task CheckMailsAsync(IStore store, MailServer mail)
    {
        var effects = (await store.Outbox.GetAsync(int.MaxValue)).Where(static effect => effect.Kind == "mail").ToList();
        var received = mail.Mails.Select(static message => message.MessageId!.Split('@')[0]).ToList();
        Assert.Equal(
            effects
                .Select(static effect => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effect.Id)))[..32])
                .Order(StringComparer.Ordinal),
            received.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
        Assert.InRange(received.Count - effects.Count, 0, _starts);
    }

    /// <summary>A start is a tick, a tick is a run, and what was interrupted of it was finished by a run that resumes it.</summary>
    private static async Task CheckStartsAsync(IStore store)
    {
        var starts = (await store.Outbox.GetAsync(int.MaxValue))
            .Where(static effect => effect is { Kind: "start", Status: EffectStatus.Delivered })
            .ToList();
        var runs = await store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" });
        Assert.Equal(
            starts.Select(static start => start.Id).Order(StringComparer.Ordinal),
            runs.Select(static run => run.Start.AskedForBy).OfType<string>().Order(StringComparer.Ordinal)
        );
        foreach (var start in starts)
        {
            var tick = Assert.Single(await store.Schedules.GetTicksAsync(EffectKinds.TickOf(start).Schedule, int.MaxValue));
            var run = runs.Single(run => run.Id == tick.RunId);
            while (run.Status == RunStatus.Interrupted)
            {
                run = Assert.Single(runs, other => other.Start.Parent == run.Id);
            }

            Assert.Equal((RunStatus.Succeeded, $"run {run.Id} succeeded"), (run.Status, start.Result));
        }
    }

    /// <summary>The id of a notice; null where a killed program left half of a line.</summary>
    private static string? ReadId(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("id").GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Version(string[] line) => int.Parse(line[1], CultureInfo.InvariantCulture);
}
