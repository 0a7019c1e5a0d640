using Mlops.Dsl.Serialization;
using Mlops.Dsl.ServeChild;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Serving.Tests.Support;

/// <summary>A store of its own in a temporary folder, or in one that is given and stays, with models published into it.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    private readonly bool _isTemporary;

    public ServedStore(string? folder = null)
    {
        _isTemporary = folder is null;
        Path = folder ?? Directory.CreateTempSubdirectory("mlops serving ").FullName;
        Store = Open();
    }

    public string Path { get; }

    public string StorePath => System.IO.Path.Combine(Path, ".mlops");

    public IStore Store { get; private set; }

    /// <summary>Publishes the model with a bias, and makes it the champion.</summary>
    public async Task<int> PromoteAsync(float bias)
    {
        var version = await PublishAsync(bias);
        await MoveAsync("champion", version);
        return version;
    }

    /// <summary>Publishes the model with a bias.</summary>
    public Task<int> PublishAsync(float bias, int approvals = 0) =>
        PublishAsync(new ModelCodec<Application, IncomeScore>(), TinyModel.Create(bias), "Model<Application, IncomeScore>", approvals);

    /// <summary>Publishes anything.</summary>
    public async Task<int> PublishAsync<T>(Codec<T> codec, T value, string typeName, int approvals = 0)
    {
        await using var run = await Store.Runs.BeginRunAsync(
            new RunStart
            {
                Id = RunIds.Create(DateTimeOffset.UtcNow),
                Pipeline = "income",
                PipelineType = "IncomePipeline",
                PipelineVersion = "1.0.0",
                Started = DateTimeOffset.UtcNow,
            }
        );
        using var staging = Store.Artifacts.Stage();
        using (var writer = new ArtifactWriter(staging.Content, staging))
        {
            codec.Write(writer, value);
        }

        var artifact = await staging.CompleteAsync();
        var pending = await run.CommitAsync(
            new ExecutionCommit
            {
                Position = 0,
                Stage = "Release",
                Started = DateTimeOffset.UtcNow,
                Duration = TimeSpan.Zero,
                Outputs = [new NamedArtifact("Release", artifact)],
                Publication = new Publication("income", artifact.Reference, typeName, codec.Schema, approvals),
            }
        );
        var committed = await pending.Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UtcNow);
        return committed.Published!.Version;
    }

    public Task MoveAsync(string alias, int? version) =>
        Store.Registry.MoveAliasesAsync([new AliasMove("income", alias, version)], "tester");

    /// <summary>What was recorded of the service, in order.</summary>
    public async Task<List<ServedRecord>> ReadLogAsync()
    {
        var records = new List<ServedRecord>();
        await foreach (
            var record in Store.Serving.ReadAsync(
                "income",
                "Score",
                new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1))
            )
        )
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Closes the store, and opens it as another program would.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>Moves the store's folder away, while it is open, until what is returned is disposed.</summary>
    public IDisposable PutAside() => new Aside(StorePath);

    private IStore Open() => SqliteStore.Open(StorePath);

    private sealed class Aside : IDisposable
    {
        private readonly string _path;

        public Aside(string path)
        {
            _path = path;
            Directory.Move(path, $"{path} aside");
        }

        public void Dispose() => Directory.Move($"{_path} aside", _path);
    }
}
