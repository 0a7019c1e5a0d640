using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>
/// Programs that serve, review and ask for effects are killed at random moments: nothing that they told is lost, and nothing is half done.
/// </summary>
public sealed class LifecycleCrashTests : IDisposable
{
    private const int Killers = 2;
    private const int KillsOfEach = 6;

    private readonly StoreSandbox _sandbox = new();
    private readonly ConcurrentBag<string[]> _told = [];

    [Fact]
    public async Task Killing_programs_loses_nothing_that_they_told()
    {
        await Task.WhenAll(Enumerable.Range(0, Killers).Select(KillAsync));

        // Otherwise the programs were killed before they did anything worth losing.
        Assert.NotEmpty(Told("labelled"));
        Assert.NotEmpty(Told("moved"));
        await using var store = _sandbox.Open();
        await CheckServedAsync(store);
        await CheckRegistryAsync(store);
        await CheckTicksAsync(store);
    }

    public void Dispose() => _sandbox.Dispose();

    private async Task KillAsync(int killer)
    {
        var random = new Random(killer);
        for (var i = 0; i < KillsOfEach; i++)
        {
            using var child = new ChildProcess(
                _sandbox.StorePath,
                "live",
                string.Create(CultureInfo.InvariantCulture, $"child{killer}x{i}")
            );
            await child.WaitForLinesAsync(random.Next(1, 120));
            await Task.Delay(random.Next(20));
            foreach (var line in await child.KillAsync())
            {
                _told.Add(line.Split(' '));
            }
        }
    }

    private IEnumerable<string[]> Told(string what) => _told.Where(line => line[0] == what);

    private async Task CheckServedAsync(IStore store)
    {
        var served = new Dictionary<string, ServedRecord>(StringComparer.Ordinal);
        await foreach (
            var record in store.Serving.ReadAsync(
                "crash",
                "Score",
                new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1))
            )
        )
        {
            served.Add(record.RequestId, record);
            Assert.Equal(record.RequestId, Encoding.UTF8.GetString(record.Input.Span));
        }

        Assert.All(Told("served"), line => Assert.Contains(line[1], served));
        Assert.All(Told("labelled"), line => Assert.Equal(line[1], served[line[1]].Label));
    }

    private async Task CheckRegistryAsync(IStore store)
    {
        var check = await store.Registry.VerifyAuditAsync();
        Assert.Null(check.Problem);
        var versions = (await store.Registry.GetVersionsAsync("model")).ToDictionary(static version => version.Entry.Version);
        var audit = await store.Registry.GetAuditAsync("model");

        // Each record has what it records, and nothing was done without one.
        Assert.Equal(
            versions.Keys.Order(),
            audit.Where(static record => record.Action == "published").Select(static record => record.Version!.Value).Order()
        );
        Assert.Equal(
            versions.Values.Sum(static version => version.Reviews.Count),
            audit.Count(static record => record.Action == "approved")
        );
        Assert.All(Told("approved"), line => Assert.Contains(versions[Version(line)].Reviews, review => review.Reviewer == line[2]));
        Assert.All(
            Told("moved"),
            line =>
                Assert.Equal(
                    2,
                    audit.Count(record => record.Action == "alias-moved" && record.Actor == line[2] && record.Version == Version(line))
                )
        );
        Assert.Equal(versions.Keys.Max(), (await store.Registry.ResolveAsync("model", "candidate"))!.Entry.Version);

        // Two aliases that are moved together never part.
        Assert.Contains("latest", (await store.Registry.ResolveAsync("model", "champion"))!.Aliases);
        Assert.Equal(
            audit.Last(static record => record.Detail?.StartsWith("champion", StringComparison.Ordinal) == true).Version,
            (await store.Registry.ResolveAsync("model", "champion"))!.Entry.Version
        );
    }

    private async Task CheckTicksAsync(IStore store)
    {
        var ticks = (await store.Schedules.GetTicksAsync("crash", int.MaxValue))
            .Select(static tick => tick.RunId)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.Equal((await store.Runs.GetRunsAsync(new RunFilter())).Select(static run => run.Id).Order(StringComparer.Ordinal), ticks);
        Assert.All(Told("ticked"), line => Assert.Contains(line[1], ticks));
        var effects = await store.Outbox.GetAsync(int.MaxValue);
        var executed = (await store.Registry.GetVersionsAsync("model")).Select(static version => version.Entry.RunId);
        Assert.Equal(executed.Order(StringComparer.Ordinal), effects.Select(static effect => effect.Id).Order(StringComparer.Ordinal));
        Assert.All(Told("effect"), line => Assert.Contains(effects, effect => effect.Id == line[1]));
    }

    private static int Version(string[] line) => int.Parse(line[1], CultureInfo.InvariantCulture);
}
