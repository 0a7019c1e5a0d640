using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// Values that are no longer what was stored, and that no stage of the next run reads: running the pipeline heals whatever 'artifact show'
/// calls damaged.
/// </summary>
public sealed class DamagedObjectTests : IDisposable
{
    private readonly TestProgram _program;
    private int _made;

    public DamagedObjectTests() => _program = new TestProgram(Define());

    private string Database => Path.Combine(_program.StorePath, "store.db");

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("Big", "remove")]
    [InlineData("Big", "cut")]
    [InlineData("Big", "overwrite")]
    [InlineData("Big", "empty")]
    [InlineData("Big", "link")]
    [InlineData("Small", "UPDATE artifacts SET content = CAST('damaged' AS BLOB) WHERE content IS NOT NULL")]
    [InlineData("Small", "UPDATE artifacts SET content = x'' WHERE content IS NOT NULL")]
    [InlineData("Small", "DELETE FROM artifacts")]
    public async Task A_run_heals_what_no_stage_reads(string stage, string damage)
    {
        await _program.RunAsync("run");
        Damage(damage);

        var run = await _program.RunAsync("run");
        var shown = await _program.RunAsync("artifact", "show", stage);
        var again = await _program.RunAsync("run");

        Assert.Equal((0, 0, ""), (run.ExitCode, shown.ExitCode, shown.Error));
        Assert.Contains("executed", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("nothing to do", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Big", "overwrite")]
    [InlineData("Big", "remove")]
    [InlineData("Big", "link")]
    [InlineData("Small", "UPDATE artifacts SET content = CAST('damaged' AS BLOB) WHERE content IS NOT NULL")]
    public async Task Equal_values_that_are_made_again_replace_damaged_ones(string stage, string damage)
    {
        await _program.RunAsync("run");
        Damage(damage);

        await _program.RunAsync("run", "--no-cache");

        Assert.Equal(0, (await _program.RunAsync("artifact", "show", stage)).ExitCode);
    }

    [Fact]
    public async Task What_only_reading_finds_damaged_is_healed_by_the_run_after_it()
    {
        await _program.RunAsync("run");
        Damage("overwrite");

        // Bits that a disk lost leave a file's state as it was.
        var file = new FileInfo(Object());
        var stamp = FileStamp.Read(file.FullName);
        var state = FormattableString.Invariant($"modified = {stamp.Modified}, changed = {stamp.Changed}, inode = {stamp.Inode}");
        Sql.Execute(Database, $"UPDATE file_hashes SET {state} WHERE path = '{file.FullName}'");

        var unaware = await _program.RunAsync("run");
        var shown = await _program.RunAsync("artifact", "show", "Big");
        var healing = await _program.RunAsync("run");

        Assert.StartsWith("nothing to do", unaware.Out, StringComparison.Ordinal);
        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("is damaged: its bytes have another hash", Assert.Single(shown.Errors), StringComparison.Ordinal);
        Assert.Contains("executed", healing.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("artifact", "show", "Big")).ExitCode);
        Assert.Equal(2, _made);
    }

    private static string Join(StageCall call) => call.GetInput<string>(0)[..1] + call.GetInput<string>(1);

    private string Object() => Directory.GetFiles(Path.Combine(_program.StorePath, "objects"), "*", SearchOption.AllDirectories).Single();

    private void Damage(string how)
    {
        switch (how)
        {
            case "remove":
                File.Delete(Object());
                break;
            case "cut":
                StoreSandbox.Damage(Object(), static file => file.SetLength(file.Length / 2));
                break;
            case "empty":
                StoreSandbox.Damage(Object(), static file => file.SetLength(0));
                break;
            case "overwrite":
                StoreSandbox.Damage(Object(), static file => file.Write("damaged"u8));
                break;
            case "link":
                var moved = Path.Combine(_program.FolderPath, "moved");
                var path = Object();
                File.Move(path, moved);
                SpecialFiles.Make("link", path, moved);
                break;
            default:
                Sql.Execute(Database, how);
                break;
        }
    }

    private PipelineDefinition<TestPipeline> Define() =>
        new()
        {
            Name = "chain",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Parameters = [],
            Stages =
            [
                Text(0, "Big", call => new string('x', 100_000), []),
                Text(1, "Small", call => "small", []),
                Text(2, "Last", Join, [new InputDefinition("big", 0, 0), new InputDefinition("small", 1, 0)]),
            ],
        };

    private TestStage Text(int index, string name, Func<StageCall, string> make, InputDefinition[] inputs) =>
        new(call =>
        {
            _made += name == "Big" ? 1 : 0;
            call.SetOutput(0, make(call));
            return ValueTask.CompletedTask;
        })
        {
            Index = index,
            Name = name,
            Kind = StageKind.Stage,
            Inputs = inputs,
            Outputs = [new OutputDefinition<string>(name, "string", TextCodec.Instance)],
        };
}
