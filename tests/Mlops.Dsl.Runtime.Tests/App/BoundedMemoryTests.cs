using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// Pipelines whose artifacts, or whose graphs, are many times larger than the heap: the garbage collector ends a process that needs more of
/// it.
/// </summary>
public sealed class BoundedMemoryTests : IDisposable
{
    private const string Heap64MiB = "0x4000000";
    private readonly ProgramProcess _program = new("Mlops.Dsl.HeapChild");

    public BoundedMemoryTests() => _program.Variables["DOTNET_GCHeapHardLimit"] = Heap64MiB;

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("sum 34225520640", "large-file", "--megabytes", "256")]
    [InlineData("size 268435456", "large-fan-out", "--elements", "256", "--bytes", "1048576")]
    [InlineData("size 100000000", "large-fan-out", "--elements", "100000", "--bytes", "1000")]
    [InlineData("10,000 executed", "chain")]
    public async Task A_run_needs_a_fraction_of_what_it_computes(string expected, params string[] arguments)
    {
        var run = await _program.RunAsync(["run", .. arguments]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artifact_larger_than_the_heap_is_shown_and_exported()
    {
        const int Bytes = 256 * (1 << 20);
        Assert.Equal(0, (await _program.RunAsync("run", "large-fan-out", "--elements", "256", "--bytes", "1048576")).ExitCode);

        var show = await _program.RunAsync("artifact", "show", "Fill");
        var export = await _program.RunAsync("artifact", "export", "Fill", "fill.json");

        Assert.True(show.ExitCode == 0 && export.ExitCode == 0, show.Error + export.Error);
        Assert.StartsWith("256 items, of which the first 20 are\n  1,048,576 bytes: 00000000", show.Out, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.Combine(_program.FolderPath, "fill.json")).Length, Bytes / 3L * 4, Bytes * 2L);
    }
}
