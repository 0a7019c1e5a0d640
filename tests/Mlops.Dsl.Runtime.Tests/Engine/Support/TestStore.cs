using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>A store in a temporary folder, and the code of the stages as the build would know it.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-test-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "store");

    public string FolderPath => _folder.FullName;

    /// <summary>The version of each stage's code; a stage that is not named has version 1.</summary>
    public Dictionary<string, int> CodeVersions { get; } = [];

    /// <summary>The stages that read <see cref="GraphPipeline.TrainShare"/>.</summary>
    public HashSet<string> ReadsTrainShare { get; } = [];

    /// <summary>Whether the code was replaced while it runs.</summary>
    public CodeUpdates Updates { get; set; } = new();

    public Task<RunReport> RunAsync(
        Graph graph,
        Func<RunOptions, RunOptions>? change = null,
        GraphPipeline? pipeline = null,
        CancellationToken cancellationToken = default
    )
    {
        var definition = graph.Build();
        var options = new RunOptions { StorePath = Path, Fingerprints = Fingerprint(definition) };
        return PipelineEngine.RunAsync(definition, pipeline ?? new GraphPipeline(), change?.Invoke(options) ?? options, cancellationToken);
    }

    public StageFingerprints Fingerprint(PipelineDefinition definition)
    {
        var stages = definition.Stages.ToDictionary(
            static stage => stage.Name,
            stage => new StageFingerprint(
                ContentHash.Of(Encoding.UTF8.GetBytes($"{stage.Name} {VersionOf(stage.Name)}")),
                ReadsTrainShare.Contains(stage.Name) ? ["TrainShare"] : []
            )
        );
        return new StageFingerprints(
            stages,
            () =>
                new RecordedParts(
                    stages.ToDictionary(
                        static stage => stage.Key,
                        stage => new FingerprintParts(
                            stage.Value.Fingerprint,
                            [new NamedText($"{stage.Key}Helper.Do", $"v{VersionOf(stage.Key)}")],
                            []
                        )
                    )
                ),
            updates: Updates
        );
    }

    public IStore Open() => SqliteStore.Open(Path, new StoreOptions { ReadOnly = true });

    public void Dispose() => _folder.Delete(recursive: true);

    private int VersionOf(string stage) => CodeVersions.GetValueOrDefault(stage, 1);
}
