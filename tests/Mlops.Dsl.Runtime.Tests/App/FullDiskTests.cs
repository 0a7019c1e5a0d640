using System.Text.RegularExpressions;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>The program on disks without room: one message each time, and all is well when there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Full = "is full. What was committed is kept. Free some space, then resume the run, or try again.";
    private readonly ProgramProcess _program = new("Mlops.Dsl.HeapChild");

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_store_that_gets_full_says_so_and_the_run_is_resumed_when_there_is_room()
    {
        using var disk = new MemoryDisk("24m");
        var store = Path.Combine(disk.Path, "store");
        var small = await _program.RunAsync("run", "large-file", "--megabytes", "2", "--store", store);
        await disk.FillAsync();

        var full = await _program.RunAsync("run", "large-file", "--megabytes", "4", "--store", store);
        var known = await _program.RunAsync("runs", "--store", store);
        disk.Empty();
        var again = await _program.RunAsync("run", "large-file", "--megabytes", "4", "--store", store);
        var reused = await _program.RunAsync("run", "large-file", "--megabytes", "2", "--store", store, "--json");

        Assert.True(small.ExitCode == 0, small.Error);
        Assert.Equal(1, full.ExitCode);
        Assert.EndsWith(Full, Assert.Single(full.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", full.Out + full.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (known.ExitCode, again.ExitCode));
        Assert.Contains("\"reused\":3", reused.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_larger_than_the_disk_leaves_nothing_behind()
    {
        using var disk = new MemoryDisk("12m");
        var store = Path.Combine(disk.Path, "store");

        var run = await _program.RunAsync("run", "large-file", "--megabytes", "32", "--store", store);
        var small = await _program.RunAsync("run", "large-file", "--megabytes", "2", "--store", store);

        // Either the stage that writes the file meets the end of the disk first, or the store that writes down how far the run came.
        Assert.Equal(1, run.ExitCode);
        Assert.Matches($"No space left on device|{Regex.Escape(Full)}", run.Out + run.Error);
        Assert.DoesNotContain("   at ", run.Out + run.Error, StringComparison.Ordinal);
        Assert.True(small.ExitCode == 0, small.Error);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(store, "tmp")));
    }

    [Fact]
    public async Task The_systems_temporary_folder_is_not_needed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "TMPDIR");
        _program.Variables["TMPDIR"] = "/nowhere";

        var run = await _program.RunAsync("run", "large-file", "--megabytes", "2");

        Assert.True(run.ExitCode == 0, run.Error);
    }
}
