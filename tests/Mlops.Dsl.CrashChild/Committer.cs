using System.Globalization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.CrashChild;

/// <summary>Commits executions until it is killed, and tells of each once it is durable.</summary>
internal static class Committer
{
    private const int StagesPerRun = 40;

    public static async Task<int> RunAsync(string path, string name, TextWriter output)
    {
        await using var store = SqliteStore.Open(path);
        await output.WriteLineAsync("ready");
        for (var round = 0; ; round++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{round}");
            var start = new RunStart
            {
                Id = id,
                Pipeline = "crash",
                PipelineType = "Crash",
                PipelineVersion = "1",
                Started = DateTimeOffset.UtcNow,
            };
            await using var run = await store.Runs.BeginRunAsync(start);
            await output.WriteLineAsync($"began {id}");
            await Task.WhenAll(Enumerable.Range(0, StagesPerRun).Select(index => CommitAsync(store, run, index, output)));
            await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UtcNow);
            await output.WriteLineAsync($"finished {id}");
        }
    }

    private static async Task CommitAsync(IStore store, IRunRecorder run, int index, TextWriter output)
    {
        await Task.Yield();
        var key = string.Create(CultureInfo.InvariantCulture, $"{run.RunId}/{index}");
        using var staging = store.Artifacts.Stage();
        foreach (var piece in CrashContent.BytesOf(key).Chunk(10_000))
        {
            staging.Content.Write(piece);
        }

        var artifact = await staging.CompleteAsync();
        var commit = new ExecutionCommit
        {
            Position = index,
            Stage = string.Create(CultureInfo.InvariantCulture, $"Stage{index}"),
            Key = CrashContent.KeyOf(key),
            Started = DateTimeOffset.UtcNow,
            Duration = TimeSpan.Zero,
            Outputs = [new NamedArtifact("out", artifact)],
            Metrics = [new Metric("loss", 0, 0.5)],
            Publication = index == 0 ? new Publication("model", artifact.Reference, "byte[]", "bytes") : null,
        };
        var pending = await run.CommitAsync(commit);
        var committed = await pending.Durable;
        var line = committed.Published is { } entry
            ? string.Create(CultureInfo.InvariantCulture, $"published {entry.Version} {key}")
            : $"committed {key}";
        lock (output)
        {
            output.WriteLine(line);
        }
    }
}
