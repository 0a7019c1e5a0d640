using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Who may look into a store, and what is said where everybody may.</summary>
public sealed class PrivateStoreTests : IDisposable
{
    private const UnixFileMode Everybody =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly ProgramProcess _program = new();

    private string StorePath => Path.Combine(_program.FolderPath, ".mlops");

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("000")]
    [InlineData("022")]
    [InlineData("077")]
    [InlineData("277")]
    [InlineData("777")]
    public async Task A_store_is_its_owners_alone_under_any_umask(string umask)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no umask.");
        var large = string.Join(' ', Enumerable.Repeat("word", 10_000));
        var shell = $"umask {umask}; exec \"$0\" \"$@\"";
        string[] args = ["-c", shell, ProgramProcess.Host, _program.ProgramPath, "run", "--text", large];
        using var process = _program.StartCommand("/bin/sh", args);
        var run = await ProgramProcess.FinishAsync(process);

        Assert.True(run.ExitCode == 0, run.Error);
        var root = new DirectoryInfo(StorePath);
        List<FileSystemInfo> entries = [root, .. root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)];
        Assert.Contains(entries, static entry => entry.FullName.Contains("objects", StringComparison.Ordinal) && entry is FileInfo);
        Assert.Contains(entries, static entry => entry.Name == "store.db");
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(entries, static entry => Assert.Equal(UnixFileMode.None, entry.UnixFileMode & Everybody));
            Assert.All(entries.OfType<DirectoryInfo>(), static folder => Assert.Equal(Owner, folder.UnixFileMode));
            Assert.All(entries, static entry => Assert.Equal(UnixFileMode.UserRead, entry.UnixFileMode & UnixFileMode.UserRead));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("objects")]
    [InlineData("store.db")]
    public async Task A_store_that_everybody_can_change_is_warned_of(string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await _program.RunAsync("run");
        var path = Path.TrimEndingDirectorySeparator(Path.Combine(StorePath, part));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.OtherWrite);
        }

        foreach (var verb in (string[])["run", "runs", "gc"])
        {
            var run = await _program.RunAsync(verb);

            Assert.Equal(0, run.ExitCode);
            Assert.Contains(
                $"warning: Every user of this machine can change the store at '{StorePath}': '{path}' is writable for all.",
                run.Error,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Without_locks_a_store_is_read_and_not_written()
    {
        var made = await _program.RunAsync("run");
        _program.Variables["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";

        var run = await _program.RunAsync("run");
        var collect = await _program.RunAsync("gc");
        var read = await _program.RunAsync("runs");

        Assert.Equal((0, 1, 1, 0), (made.ExitCode, run.ExitCode, collect.ExitCode, read.ExitCode));
        Assert.Contains(
            $"The store at '{StorePath}' can't be written: its file system, or a setting of this process, keeps no locks on files",
            Assert.Single(run.Errors),
            StringComparison.Ordinal
        );
    }
}
