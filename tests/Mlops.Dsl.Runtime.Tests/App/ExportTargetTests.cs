using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Exports to places where links, devices, pipes and other people's files lie.</summary>
public sealed class ExportTargetTests : IDisposable
{
    private readonly TestProgram _program = new(Define("one.txt", "sub/two.txt"));
    private readonly string _target;
    private readonly string _victim;

    public ExportTargetTests()
    {
        _target = Path.Combine(_program.FolderPath, "out");
        _victim = Directory.CreateDirectory(Path.Combine(_program.FolderPath, "victim")).FullName;
        File.WriteAllText(Path.Combine(_victim, "precious"), "precious");
    }

    public static TheoryData<string, bool> Kinds => new MatrixTheoryData<string, bool>(["link", "loop", "pipe", "device"], [false, true]);

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_no_file_is_neither_written_to_nor_replaced(string kind, bool force)
    {
        SpecialFiles.Make(kind, _target, Path.Combine(_victim, "precious"));
        var before = FileStatus.Find(_target);

        await RefusedAsync("neither written to nor replaced", "Text", force);

        Assert.Equal(before, FileStatus.Find(_target));
    }

    [Theory]
    [InlineData("out", false)]
    [InlineData("out", true)]
    [InlineData("out/sub", true)]
    [InlineData("out/sub/two.txt", true)]
    public async Task Files_are_not_written_through_links(string link, bool force)
    {
        var path = Path.Combine(_program.FolderPath, link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SpecialFiles.Make("link", path, link.EndsWith(".txt", StringComparison.Ordinal) ? Path.Combine(_victim, "precious") : _victim);

        await RefusedAsync("is a link", "Files", force);

        Assert.False(File.Exists(Path.Combine(_target, "one.txt")));
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_folder_is_named()
    {
        await File.WriteAllTextAsync(_target, "mine", TestContext.Current.CancellationToken);

        await RefusedAsync($"'{_target}' is a file, and a folder has to be there", "Files", force: true);
    }

    [Theory]
    [InlineData("../out-of-it/x")]
    [InlineData("../outer")]
    [InlineData("sub/../../x")]
    [InlineData("..")]
    [InlineData("/tmp/mlops-export-escaped")]
    [InlineData("")]
    [InlineData("sub//x")]
    [InlineData("./x")]
    [InlineData("x\0y")]
    public async Task A_path_that_leads_out_of_the_folder_is_refused_before_anything_is_written(string path)
    {
        using var program = new TestProgram(Define("a.txt", path));
        var target = Path.Combine(program.FolderPath, "out");
        Assert.Equal(0, (await program.RunAsync("run")).ExitCode);

        var run = await program.RunAsync("artifact", "export", "Files", target);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("leads out of", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal([program.StorePath], Directory.GetFileSystemEntries(program.FolderPath));
    }

    [Fact]
    public async Task Files_that_exist_are_found_before_any_is_written()
    {
        Directory.CreateDirectory(Path.Combine(_target, "sub"));
        await File.WriteAllTextAsync(Path.Combine(_target, "sub", "two.txt"), "mine", TestContext.Current.CancellationToken);

        await RefusedAsync("exists; --force replaces it", "Files", force: false);
        Assert.False(File.Exists(Path.Combine(_target, "one.txt")));
        var forced = await _program.RunAsync("artifact", "export", "Files", _target, "--force");

        Assert.Equal((0, ""), (forced.ExitCode, forced.Error));
        Assert.Equal("text", await File.ReadAllTextAsync(Path.Combine(_target, "sub", "two.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(_target, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_name_as_long_as_names_may_be_can_be_written()
    {
        var path = Path.Combine(_program.FolderPath, new string('n', 255));
        await _program.RunAsync("run");

        var run = await _program.RunAsync("artifact", "export", "Text", path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("text", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    private async Task RefusedAsync(string why, string stage, bool force)
    {
        Assert.Equal(0, (await _program.RunAsync("run")).ExitCode);
        var before = SpecialFiles.Describe(_victim);

        var run = await _program.RunAsync(["artifact", "export", stage, _target, .. force ? ["--force"] : (string[])[]]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(before, SpecialFiles.Describe(_victim));
    }

    private static PipelineDefinition<TestPipeline> Define(params string[] paths) =>
        new()
        {
            Name = "files",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                new TestStage(static call =>
                {
                    call.SetOutput(0, "text");
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 0,
                    Name = "Text",
                    Kind = StageKind.Stage,
                    Outputs = [new OutputDefinition<string>("Text", "string", TextCodec.Instance)],
                },
                new TestStage(call =>
                {
                    using (var writer = new StreamWriter(call.Context.CreateFile("content")))
                    {
                        writer.Write("text");
                    }

                    var location = call.Context.GetFile("content").Location;
                    call.SetOutput(0, new FileSet(paths.Select(path => new FileArtifact(path, location, isStored: false))));
                    return ValueTask.CompletedTask;
                })
                {
                    Index = 1,
                    Name = "Files",
                    Kind = StageKind.Stage,
                    Outputs = [new OutputDefinition<FileSet>("Files", "FileSet", Codecs.FileSet)],
                },
            ],
        };
}
