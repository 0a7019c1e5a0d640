using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.CrashChild;

/// <summary>Collects garbage until it is killed, or done.</summary>
internal static class Collector
{
    public static async Task<int> RunAsync(string path, int keep, TextWriter output)
    {
        await using var store = SqliteStore.Open(path);
        await output.WriteLineAsync("ready");
        await store.CollectAsync(new RetentionPolicy { KeepLast = keep }, dryRun: false);
        await output.WriteLineAsync("collected");
        return 0;
    }
}
