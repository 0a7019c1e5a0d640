using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>The program with a store of its own, and the code of its stages as the build would know it.</summary>
internal sealed class TestProgram(params PipelineDefinition[] definitions) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops test ");

    public TestProgram()
        : this(TestPipeline.Define()) { }

    public string StorePath => OtherStore ?? Path.Combine(_folder.FullName, "a store");

    /// <summary>The store of another program, to be used instead of one of its own.</summary>
    public string? OtherStore { get; init; }

    public string FolderPath => _folder.FullName;

    /// <summary>The version of each stage's code; a stage that is not named has version 1.</summary>
    public Dictionary<string, int> CodeVersions { get; } = [];

    /// <summary>The stages whose fingerprints don't see everything.</summary>
    public HashSet<string> HalfSeen { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Whether the code was replaced while it runs.</summary>
    public CodeUpdates Updates { get; } = new();

    public Task<ProgramRun> RunAsync(params string[] args) => RunAsync(args, interruption: null);

    public Task<ProgramRun> RunAsync(string[] args, Interruption? interruption) =>
        ProgramRun.OfAsync(definitions, [.. args, "--store", StorePath], Variables, interruption, fingerprints: Fingerprint());

    public void Dispose() => _folder.Delete(recursive: true);

    private StageFingerprints Fingerprint()
    {
        var stages = definitions[0]
            .Stages.ToDictionary(
                static stage => stage.Name,
                stage => new StageFingerprint(
                    ContentHash.Of(Encoding.UTF8.GetBytes($"{stage.Name} {VersionOf(stage.Name)}")),
                    stage.Name switch
                    {
                        "Parse" => ["Seed"],
                        "Good" => ["TrainShare"],
                        _ => [],
                    }
                )
                {
                    Warnings = HalfSeen.Contains(stage.Name) ? [$"{stage.Name} uses reflection."] : [],
                }
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

    private int VersionOf(string stage) => CodeVersions.GetValueOrDefault(stage, 1);
}
