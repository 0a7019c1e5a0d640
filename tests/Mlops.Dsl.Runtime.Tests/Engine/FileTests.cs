using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class FileTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly string _source;
    private int _written;

    public FileTests()
    {
        _source = Path.Combine(_store.FolderPath, "input.txt");
        File.WriteAllText(_source, "one");
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_a_stage_wrote_reaches_the_next_one(bool isInMemory)
    {
        await using var report = await RunAsync(isInMemory ? static _ => new RunOptions() : null);

        Assert.True(report.Succeeded);
        Assert.Equal("one!", report.GetOutput<string>(2, 0));
        Assert.Equal("one!", report.GetOutput<FileArtifact>(1, 0).ReadAllText());
    }

    [Fact]
    public async Task A_source_file_runs_what_reads_it_when_its_content_changes_and_not_when_it_is_touched()
    {
        await RunAsync();
        File.SetLastWriteTimeUtc(_source, DateTime.UtcNow.AddMinutes(-5));
        var touched = await RunAsync();
        await File.WriteAllTextAsync(_source, "two", TestContext.Current.CancellationToken);
        var changed = await RunAsync();

        Assert.All(touched.Stages, static stage => Assert.Equal(StageOutcome.Reused, stage.Outcome));
        Assert.Equal("input s0 changed", changed.Stages[1].Reason);
        Assert.Equal("two!", changed.GetOutput<string>(2, 0));
        await changed.DisposeAsync();
    }

    [Fact]
    public async Task A_source_file_that_changes_while_it_is_used_fails_the_stage()
    {
        var graph = new Graph();
        AddSource(graph);
        graph.Add(
            "Read",
            [Graph.Input(0)],
            [Graph.Text("Read")],
            call =>
            {
                File.WriteAllText(_source, "longer than before");
                call.SetOutput(0, call.GetInput<FileArtifact>(0).ReadAllText());
            }
        );

        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(StageOutcome.Failed, report.Stages[1].Outcome);
        Assert.Contains($"'{_source}' changed while the run was using it", report.Stages[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_file_that_another_of_the_same_size_and_time_replaces_is_noticed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems tell neither inode nor change time.");
        var graph = new Graph();
        AddSource(graph);
        graph.Add(
            "Read",
            [Graph.Input(0)],
            [Graph.Text("Read")],
            call =>
            {
                var other = _source + ".new";
                File.WriteAllText(other, "two");
                File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(_source));
                File.Move(other, _source, overwrite: true);
                call.SetOutput(0, call.GetInput<FileArtifact>(0).ReadAllText());
            }
        );

        var report = await _store.RunAsync(graph, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(StageOutcome.Failed, report.Stages[1].Outcome);
        Assert.Contains($"'{_source}' changed while the run was using it", report.Stages[1].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("truncate")]
    [InlineData("overwrite")]
    public async Task A_damaged_object_is_told_and_computed_again(string damage)
    {
        await RunAsync();
        Assert.Equal(1, _written);
        foreach (var path in Directory.GetFiles(Path.Combine(_store.Path, "objects"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(path, FileAttributes.Normal);
            switch (damage)
            {
                case "delete":
                    File.Delete(path);
                    break;
                case "truncate":
                    await File.WriteAllTextAsync(path, "o", TestContext.Current.CancellationToken);
                    break;
                default:
                    await File.WriteAllTextAsync(path, "eno!", TestContext.Current.CancellationToken);
                    break;
            }
        }

        _store.CodeVersions["Read"] = 2;
        var report = await RunAsync();
        if (!report.Succeeded)
        {
            Assert.Contains("Run again", report.Stages[2].Error!.Message, StringComparison.Ordinal);
            report = await RunAsync();
        }

        Assert.Equal(2, _written);
        Assert.Equal("one!", report.GetOutput<string>(2, 0));
        await report.DisposeAsync();
    }

    [Fact]
    public async Task Temporary_folders_are_gone_after_a_run()
    {
        var folders = new List<string>();
        var graph = new Graph();
        graph.Add(
            "Good",
            [],
            [Graph.Long("Good")],
            call =>
            {
                folders.Add(call.Context.TemporaryDirectory);
                call.SetOutput(0, 1L);
            }
        );
        graph.Add(
            "Bad",
            [],
            [Graph.Long("Bad")],
            call =>
            {
                folders.Add(call.Context.TemporaryDirectory);
                throw new InvalidOperationException("no");
            }
        );

        await _store.RunAsync(graph, static options => options with { Cpus = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, folders.Count);
        Assert.All(folders, static folder => Assert.False(Directory.Exists(folder)));

        // There, what a killed run leaves is swept by whoever opens the store next.
        var swept = Path.Combine(_store.Path, "tmp") + Path.DirectorySeparatorChar;
        Assert.All(folders, folder => Assert.StartsWith(swept, folder, StringComparison.Ordinal));
    }

    private void AddSource(Graph graph) =>
        graph.Add(
            "Input",
            [],
            [new OutputDefinition<FileArtifact>("Input", "FileArtifact", Codecs.FileArtifactInPlace)],
            call => call.SetOutput(0, FileArtifact.FromPath(_source)),
            static stage => new LambdaStage(stage) { Kind = StageKind.Source }
        );

    private Task<RunReport> RunAsync(Func<RunOptions, RunOptions>? change = null)
    {
        var graph = new Graph();
        AddSource(graph);
        graph.Add(
            "Write",
            [Graph.Input(0)],
            [new OutputDefinition<FileArtifact>("Write", "FileArtifact", Codecs.FileArtifact)],
            call =>
            {
                _written++;
                using (var writer = new StreamWriter(call.Context.CreateFile("out/result.txt")))
                {
                    writer.Write(call.GetInput<FileArtifact>(0).ReadAllText() + "!");
                }

                call.SetOutput(0, call.Context.GetFile("out/result.txt"));
            }
        );
        graph.Add(
            "Read",
            [Graph.Input(1)],
            [Graph.Text("Read")],
            static call => call.SetOutput(0, call.GetInput<FileArtifact>(0).ReadAllText())
        );
        return _store.RunAsync(graph, change, cancellationToken: TestContext.Current.CancellationToken);
    }
}
