using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Engine.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Artifacts that are files: those that a source found stay where they are, those that a stage wrote are in the store.</summary>
public sealed class FileArtifactTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-test-");
    private readonly TestProgram _program;

    public FileArtifactTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "one [red].txt"), "1");
        File.WriteAllText(Path.Combine(_folder.FullName, "two.txt"), "22");
        _program = new TestProgram(Define());
    }

    public void Dispose()
    {
        _program.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_sources_files_are_listed_even_when_they_are_gone()
    {
        await _program.RunAsync("run");
        File.Delete(Path.Combine(_folder.FullName, "two.txt"));

        var run = await _program.RunAsync("artifact", "show", "Found");

        Assert.Equal("", run.Error);
        Assert.Matches(@"^2 files, 3 B\r?\n  [0-9a-f]{12}  one \[red\]\.txt \(1 B\)\r?\n  [0-9a-f]{12}  two\.txt \(2 B\)\s*$", run.Out);
    }

    [Fact]
    public async Task A_sources_files_are_not_in_the_store_to_be_exported()
    {
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "export", "Found", Path.Combine(_program.FolderPath, "out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the store keeps only their paths and hashes", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_a_stage_wrote_are_exported_as_a_folder()
    {
        await _program.RunAsync("run");
        var target = Path.Combine(_program.FolderPath, "out");

        var run = await _program.RunAsync("artifact", "export", "Kept", target);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("22", await File.ReadAllTextAsync(Path.Combine(target, "two.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(target).Length);
    }

    /// <summary>The files of a source are where it found them, which an attempt elsewhere can't know.</summary>
    [Fact]
    public async Task An_executor_is_told_where_the_files_of_a_source_lie()
    {
        var seen = new List<StageInvocation>();
        await using var report = await PipelineEngine.RunAsync(
            Define(),
            new TestPipeline(),
            new RunOptions { StorePath = Path.Combine(_program.FolderPath, "other"), Executor = new FakeExecutor(ExecuteAsync) },
            TestContext.Current.CancellationToken
        );

        Assert.True(report.Succeeded);
        Assert.Equal(["Kept"], seen.Select(static invocation => invocation.Stage));
        Assert.Equal(
            _folder
                .GetFiles()
                .OrderBy(static file => file.Name, StringComparer.Ordinal)
                .Select(static file => new FileReference(ContentHash.Of(File.ReadAllBytes(file.FullName)), file.FullName)),
            seen[0].Files
        );

        async ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken)
        {
            seen.Add(await attempt.DescribeAsync());
            return await attempt.InvokeAsync(cancellationToken);
        }
    }

    private PipelineDefinition<TestPipeline> Define() =>
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
                    call.SetOutput(0, new FileSet(_folder.GetFiles().Select(static file => FileArtifact.FromPath(file.FullName))));
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 0,
                    Name = "Found",
                    Kind = StageKind.Source,
                    Outputs = [new OutputDefinition<FileSet>("Found", "FileSet", Codecs.FileSetInPlace)],
                },
                new TestStage(static call =>
                {
                    call.SetOutput(0, call.GetInput<FileSet>(0));
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 1,
                    Name = "Kept",
                    Kind = StageKind.Stage,
                    Inputs = [new InputDefinition("found", 0, 0)],
                    Outputs = [new OutputDefinition<FileSet>("Kept", "FileSet", Codecs.FileSet)],
                },
            ],
        };
}
