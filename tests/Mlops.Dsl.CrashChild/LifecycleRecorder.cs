using System.Globalization;
using System.Text;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.CrashChild;

/// <summary>
/// Answers, labels, publishes, reviews, moves aliases and asks for effects until it is killed, and tells of each once it is durable.
/// </summary>
internal static class LifecycleRecorder
{
    private const int Requests = 20;

    public static async Task<int> RunAsync(string path, string name, TextWriter output)
    {
        await using var store = SqliteStore.Open(path);
        await output.WriteLineAsync("ready");
        for (var round = 0; ; round++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{round}");
            await Task.WhenAll([
                TickAsync(store, id, output),
                .. Enumerable
                    .Range(0, Requests)
                    .Select(i => AnswerAsync(store, string.Create(CultureInfo.InvariantCulture, $"{id}/{i}"), output)),
            ]);
        }
    }

    private static async Task TickAsync(IStore store, string id, TextWriter output)
    {
        var start = new RunStart
        {
            Id = id,
            Pipeline = "crash",
            PipelineType = "Crash",
            PipelineVersion = "1",
            Started = DateTimeOffset.UtcNow,
            Tick = new Tick("crash", DateTimeOffset.UtcNow),
        };
        await using var run = await store.Runs.BeginRunAsync(start);
        Tell(output, $"ticked {id}");
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(CrashContent.BytesOf(id));
        var artifact = await staging.CompleteAsync();
        var pending = await run.CommitAsync(
            new ExecutionCommit
            {
                Position = 0,
                Stage = "Release",
                Started = DateTimeOffset.UtcNow,
                Duration = TimeSpan.Zero,
                Outputs = [new NamedArtifact("out", artifact)],
                Publication = new Publication("model", artifact.Reference, "byte[]", "bytes", RequiredApprovals: 1),
                Effect = new Effect(id, "mail", "ops", "{}"),
            }
        );
        var version = (await pending.Durable).Published!.Version;
        Tell(output, string.Create(CultureInfo.InvariantCulture, $"effect {id}"));
        await store.Registry.ReviewAsync(new Review("model", version, id, IsApproval: true, Comment: null, DateTimeOffset.UtcNow));
        Tell(output, string.Create(CultureInfo.InvariantCulture, $"approved {version} {id}"));
        await store.Registry.MoveAliasesAsync([new AliasMove("model", "champion", version), new AliasMove("model", "latest", version)], id);
        Tell(output, string.Create(CultureInfo.InvariantCulture, $"moved {version} {id}"));
        await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UtcNow);
    }

    private static async Task AnswerAsync(IStore store, string id, TextWriter output)
    {
        await store.Serving.RecordAsync(
            new ServedRecord
            {
                RequestId = id,
                Service = "crash",
                Method = "Score",
                Model = "model",
                ModelVersion = 1,
                Time = DateTimeOffset.UtcNow,
                Duration = TimeSpan.Zero,
                InputSchema = "bytes",
                Input = Encoding.UTF8.GetBytes(id),
                PredictionSchema = "bytes",
                Prediction = new byte[] { 1 },
            }
        );
        Tell(output, $"served {id}");
        if (await store.Serving.LabelAsync("crash", id, id))
        {
            Tell(output, $"labelled {id}");
        }
    }

    private static void Tell(TextWriter output, string line)
    {
        lock (output)
        {
            output.WriteLine(line);
        }
    }
}
