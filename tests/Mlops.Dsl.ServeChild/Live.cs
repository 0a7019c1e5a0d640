using System.Net;
using Mlops.Dsl.Serving;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Watching;

namespace Mlops.Dsl.ServeChild;

/// <summary>
/// What <c>up</c> does, by a fast clock, with someone who reviews whatever is published. It tells what it has done, a line each, until it
/// is killed.
/// </summary>
internal static class Live
{
    private static readonly Lock Gate = new();

    public static async Task<int> RunAsync(string path, DateTimeOffset origin)
    {
        var clock = new FastClock(origin);
        await using var store = SqliteStore.Open(path, clock: clock);
        await using var host = await ServiceHost.StartAsync(store, [IncomeService.Definition], new ServiceHostOptions { Clock = clock });
        var options = new ServiceServerOptions { Addresses = [new IPEndPoint(IPAddress.Loopback, 0)] };
        await using var server = await ServiceServer.StartAsync(host, options);
        Say($"serving income on {server.Addresses[0]}");
        var scheduler = new Scheduler(
            store,
            [IncomeWatch.Definition],
            new SchedulerOptions
            {
                StorePath = path,
                TimeProvider = clock,
                Say = Note,
            }
        );
        var outbox = new Outbox(
            store,
            new DeliveryOptions
            {
                StorePath = path,
                Mail = MailSettings.FromEnvironment(),
                TimeProvider = clock,
                Say = Note,
            }
        );
        await await Task.WhenAny(
            scheduler.RunAsync(CancellationToken.None),
            outbox.RunAsync(CancellationToken.None),
            ReviewAsync(store, clock)
        );
        return 1;
    }

    private static async Task ReviewAsync(IStore store, TimeProvider clock)
    {
        for (var i = 0; ; i++)
        {
            var reviewer = FormattableString.Invariant($"r{Environment.ProcessId}x{i}");
            var versions = await store.Registry.GetVersionsAsync("income");
            var version = versions.Max(static version => version.Entry.Version);
            await store.Registry.ReviewAsync(new Review("income", version, reviewer, IsApproval: true, null, clock.GetUtcNow()));
            Say($"approved {version} {reviewer}");
            await store.Registry.MoveAliasesAsync([new AliasMove("income", "champion", version)], reviewer);
            Say($"moved {version} {reviewer}");
            await Task.Delay(20);
        }
    }

    private static void Note(string line) => Say($"note {line}");

    private static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
