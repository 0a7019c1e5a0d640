using System.Diagnostics;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Disks without room and disks that can't be written: small memory disks, which only root on Linux can mount.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();
    private readonly string _disk;

    public DiskTests()
    {
        _disk = Path.Combine(_sandbox.Root, "disk");
        Directory.CreateDirectory(_disk);
    }

    [Fact]
    public async Task A_full_disk_gives_a_clear_error_and_loses_nothing_that_was_committed()
    {
        Mount("-o", "size=3m");
        var committed = new List<string>();
        await using (var store = Store.Open(Path.Combine(_disk, "store")))
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
            var exception = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    // Both ways onto the disk: small ones into the database, others into files.
                    var artifact = await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(i % 3 == 0 ? 60_000 : 9_000, i));
                    await (await run.CommitAsync(StoreSandbox.NewExecution($"Stage{i}", $"key{i}", artifact) with { Position = i })).Durable;
                    committed.Add($"key{i}");
                }
            });
            Assert.Equal(StoreProblem.Full, exception.Problem);
            Assert.Contains("full", exception.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(committed);
        await using var again = Store.Open(Path.Combine(_disk, "store"), new StoreOptions { ReadOnly = true });
        foreach (var key in committed)
        {
            var found = await again.Runs.FindExecutionAsync(StoreSandbox.KeyOf(key));
            Assert.NotEmpty(await StoreSandbox.ReadAsync(again, found!.Outputs[0].Hash));
        }
    }

    [Fact]
    public async Task Room_on_the_disk_is_used_again()
    {
        Mount("-o", "size=3m");
        var ballast = Path.Combine(_disk, "ballast");
        await using var store = Store.Open(Path.Combine(_disk, "store"));
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        await FillAsync(ballast);
        var artifact = new Func<Task<StoredArtifact>>(() => StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(200_000)));
        Assert.Equal(StoreProblem.Full, (await Assert.ThrowsAsync<StoreException>(artifact)).Problem);
        File.Delete(ballast);

        await (await run.CommitAsync(StoreSandbox.NewExecution("Stage", "key", await artifact()))).Durable;
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
    }

    [Fact]
    public async Task A_store_on_a_full_disk_can_be_read()
    {
        Mount("-o", "size=3m");
        var path = Path.Combine(_disk, "store");
        await using (var store = Store.Open(path))
        {
            await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", [1]);
        }

        await FillAsync(Path.Combine(_disk, "ballast"));
        await using var reading = Store.Open(path, new StoreOptions { ReadOnly = true });
        Assert.NotNull(await reading.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
    }

    [Fact]
    public async Task A_read_only_disk_can_be_read_and_refuses_runs()
    {
        Mount();
        var path = Path.Combine(_disk, "100% of a store #1?");
        await using (var store = Store.Open(path))
        {
            await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", StoreSandbox.RandomBytes(40_000));
        }

        Run("mount", "-o", "remount,ro", _disk);

        await using (var reading = Store.Open(path, new StoreOptions { ReadOnly = true }))
        {
            var found = await reading.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key"));
            Assert.Equal(40_000, (await StoreSandbox.ReadAsync(reading, found!.Outputs[0].Hash)).Length);
        }

        var exception = Assert.Throws<StoreException>(() => Store.Open(path));
        Assert.Equal(StoreProblem.ReadOnly, exception.Problem);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            Start("umount", ["-l", _disk]);
        }

        _sandbox.Dispose();
    }

    private void Mount(params string[] options) => Run("mount", ["-t", "tmpfs", .. options, "none", _disk]);

    private static async Task FillAsync(string path)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await file.WriteAsync(new byte[4096]);
            }
        });
    }

    private static void Run(string program, params string[] arguments) =>
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Start(program, arguments) == 0,
            "Needs a Linux machine on which the tests may mount memory disks.");

    private static int Start(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
