using Mlops.Dsl.Runtime.Storage;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.ServeChild;

namespace Mlops.Dsl.Serving.Tests.Support;

/// <summary>A store of its own in a temporary folder, with models published into it.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops serving ");

    public ServedStore() => Store = Open();

    public string Path => _folder.FullName;

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
        await using var run = await Store.Runs.BeginRunAsync(new RunStart
        {
            Id = RunIds.Create(DateTimeOffset.UtcNow), Pipeline = "income", PipelineType = "IncomePipeline", PipelineVersion = "1.0.0", Started = DateTimeOffset.UtcNow,
        });
        using var staging = Store.Artifacts.Stage();
        using (var writer = new ArtifactWriter(staging.Content, staging))
        {
            codec.Write(writer, value);
        }

        var artifact = await staging.CompleteAsync();
        var pending = await run.CommitAsync(new ExecutionCommit
        {
            Position = 0,
            Stage = "Release",
            Started = DateTimeOffset.UtcNow,
            Duration = TimeSpan.Zero,
            Outputs = [new NamedArtifact("Release", artifact)],
            Publication = new Publication("income", artifact.Reference, typeName, codec.Schema, approvals),
        });
        var committed = await pending.Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UtcNow);
        return committed.Published!.Version;
    }

    public Task MoveAsync(string alias, int? version) => Store.Registry.MoveAliasesAsync([new AliasMove("income", alias, version)], "tester");

    /// <summary>What was recorded of the service, in order.</summary>
    public async Task<List<ServedRecord>> ReadLogAsync()
    {
        var records = new List<ServedRecord>();
        await foreach (var record in Store.Serving.ReadAsync("income", "Score", new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1))))
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
        _folder.Delete(recursive: true);
    }

    private IStore Open() => Runtime.Storage.Store.Open(System.IO.Path.Combine(_folder.FullName, ".mlops"));
}
