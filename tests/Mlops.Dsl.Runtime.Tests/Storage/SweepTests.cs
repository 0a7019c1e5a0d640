namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>What processes that were killed leave in a store is gone when it is opened the next time.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Scratch_folders_of_the_dead_are_swept_even_if_a_stage_closed_them_to_itself()
    {
        string scratch;
        await using (var store = _sandbox.Open())
        {
            scratch = store.CreateScratchFolder();
            Assert.True(Directory.Exists(scratch));
        }

        Assert.False(Directory.Exists(scratch));
        var left = Directory.CreateDirectory(Path.Combine(_sandbox.StorePath, "tmp", "1-dead", "scratch-1", "Stage-1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "file"), "half", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(left, UnixFileMode.None);
        }

        await using (var store = _sandbox.Open())
        {
            Assert.Empty(store.Warnings);
            Assert.False(Directory.Exists(left));
        }
    }

    [Fact]
    public async Task Scratch_folders_of_the_living_stay()
    {
        await using var first = _sandbox.Open();
        var scratch = first.CreateScratchFolder();
        await using var second = _sandbox.Open();

        Assert.True(Directory.Exists(scratch));
    }
}
