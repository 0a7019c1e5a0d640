using System.Text;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>A folder for the stores of one test.</summary>
public sealed class StoreSandbox : IDisposable
{
    public const string PipelineType = "Tests.Pipeline";
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 14, 30, 55, TimeSpan.Zero);

    public StoreSandbox()
    {
        Root = Path.Combine(Path.GetTempPath(), $"mlops-store-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Root);
        StorePath = Path.Combine(Root, ".mlops");
    }

    public string Root { get; }

    public string StorePath { get; }

    public static RunStart NewRun(string? id = null, DateTimeOffset? started = null) =>
        new()
        {
            Id = id ?? RunIds.Create(Start),
            Pipeline = "tests",
            PipelineType = PipelineType,
            PipelineVersion = "1.0.0",
            Started = started ?? Start,
        };

    public static CacheKey KeyOf(string text) => new(ContentHash.Of(Encoding.UTF8.GetBytes(text)));

    public static ExecutionCommit NewExecution(string stage, string? key = null, params StoredArtifact[] outputs) =>
        new()
        {
            Position = 0,
            Stage = stage,
            Key = key is null ? null : KeyOf(key),
            Started = Start,
            Duration = TimeSpan.FromMilliseconds(12),
            Outputs = [.. outputs.Select((output, index) => new NamedArtifact($"out{index}", output))],
        };

    public IStore Open(bool readOnly = false, int inlineLimit = 16 * 1024) =>
        SqliteStore.Open(
            StorePath,
            new StoreOptions
            {
                ReadOnly = readOnly,
                InlineLimit = inlineLimit,
                BusyTimeout = TimeSpan.FromSeconds(5),
            }
        );

    public static async Task<StoredArtifact> StageAsync(IStore store, byte[] content)
    {
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(content);
        return await staging.CompleteAsync();
    }

    /// <summary>Executes a stage whose output is some bytes, in a run of its own.</summary>
    public static async Task<StoredArtifact> CommitAsync(IStore store, string runId, string stage, string key, byte[] content)
    {
        await using var run = await store.Runs.BeginRunAsync(NewRun(runId));
        var artifact = await StageAsync(store, content);
        var pending = await run.CommitAsync(NewExecution(stage, key, artifact));
        await pending.Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, Start);
        return artifact;
    }

    public static async Task<byte[]> ReadAsync(IStore store, ContentHash artifact)
    {
        using var content = await store.Artifacts.OpenAsync(artifact);
        var bytes = new byte[content.Length];
        await content.Content.ReadExactlyAsync(bytes);
        return bytes;
    }

    public static byte[] RandomBytes(int length, int seed = 7)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public string ObjectPath(ContentHash artifact) =>
        Path.Combine(StorePath, "objects", artifact.ToString()[..2], artifact.ToString()[2..]);

    public string[] TemporaryFiles() => Directory.GetFiles(Path.Combine(StorePath, "tmp"), "*", SearchOption.AllDirectories);

    /// <summary>Overwrites bytes of a file, whatever its permissions.</summary>
    public static void Damage(string path, Action<FileStream> damage)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        damage(file);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
