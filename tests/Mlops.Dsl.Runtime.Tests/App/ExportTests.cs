using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// A set of files names where each goes: never out of the folder, not even into one whose name only begins with the folder's.
/// </summary>
public sealed class ExportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("../out2/evil.txt")]
    [InlineData("../out.txt")]
    [InlineData("../evil.txt")]
    [InlineData("a/../../out-of-it/evil.txt")]
    [InlineData("..")]
    public async Task A_file_that_would_leave_the_folder_is_not_written(string path)
    {
        var content = Path.Combine(_folder.FullName, "content");
        await File.WriteAllTextAsync(content, "evil", TestContext.Current.CancellationToken);
        using var program = new TestProgram(Define(path, content));
        Assert.Equal((0, ""), Ended(await program.RunAsync("run")));
        var target = Path.Combine(program.FolderPath, "target", "out");
        Directory.CreateDirectory(Path.Combine(program.FolderPath, "target"));

        var export = await program.RunAsync("artifact", "export", "Files", target);

        Assert.Equal(1, export.ExitCode);
        Assert.Contains("leads out of", Assert.Single(export.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(program.FolderPath, "*.txt", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("out/deep/c.txt", "out/deep/c.txt")]
    [InlineData("..d.txt", "..d.txt")]
    public async Task Any_other_is_written_below_it(string path, string expected)
    {
        var content = Path.Combine(_folder.FullName, "content");
        await File.WriteAllTextAsync(content, "good", TestContext.Current.CancellationToken);
        using var program = new TestProgram(Define(path, content));
        await program.RunAsync("run");

        var export = await program.RunAsync(
            "artifact",
            "export",
            "Files",
            Path.Combine(program.FolderPath, "out") + Path.DirectorySeparatorChar
        );

        Assert.Equal((0, ""), Ended(export));
        Assert.Equal(
            "good",
            await File.ReadAllTextAsync(Path.Combine(program.FolderPath, "out", expected), TestContext.Current.CancellationToken)
        );
    }

    private static (int ExitCode, string Error) Ended(ProgramRun run) => (run.ExitCode, run.Error);

    /// <summary>A set of one file that has any path, as only a hostile store can hold it.</summary>
    private static FileSet Name(string path, string content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new ArtifactWriter(bytes, new OneFile(content)))
        {
            writer.WriteLength(1);
            writer.WriteString(path);
            writer.WriteVarUInt64((ulong)new FileInfo(content).Length);
            writer.WriteHash(default);
        }

        bytes.Position = 0;
        using var reader = new ArtifactReader(bytes, bytes.Length, new OneFile(content));
        return Codecs.FileSet.Read(reader);
    }

    private static PipelineDefinition<TestPipeline> Define(string path, string content) =>
        new()
        {
            Name = "files",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                new TestStage(call =>
                {
                    call.SetOutput(0, Name(path, content));
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 0,
                    Name = "Files",
                    Kind = StageKind.Stage,
                    Outputs = [new OutputDefinition<FileSet>("Files", "FileSet", Codecs.FileSet)],
                },
            ],
        };

    private sealed class OneFile(string location) : IArtifactFiles
    {
        public ContentHash HashInPlace(string path) => default;

        public ContentHash Store(string path) => default;

        public string GetPath(ContentHash content) => location;
    }
}
