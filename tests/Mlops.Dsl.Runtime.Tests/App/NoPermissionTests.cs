using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// A store of another user: it can be read as far as that user allows, and what can't be done is one message. Only root can become another
/// user to try it.
/// </summary>
public sealed class NoPermissionTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Readable =
        Mine | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const string SetPrivileges = "/usr/bin/setpriv";
    private readonly ProgramProcess _program = new();

    private string StorePath => Path.Combine(_program.FolderPath, ".mlops");

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData(0, "runs")]
    [InlineData(0, "artifact", "show", "Split")]
    [InlineData(0, "explain")]
    [InlineData(1, "run")]
    [InlineData(1, "gc")]
    [InlineData(1, "cache", "clear")]
    public async Task A_store_that_can_t_be_written_can_be_read(int exitCode, params string[] args)
    {
        await PrepareAsync(Readable);

        var run = await RunAsNobodyAsync(args);

        Check(run, exitCode, "can't be written");
        Assert.Equal(0, (await _program.RunAsync("run")).ExitCode);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("run")]
    public async Task A_store_that_can_t_be_read_is_one_message(params string[] args)
    {
        await PrepareAsync(Mine);

        Check(
            await RunAsNobodyAsync(args),
            exitCode: 1,
            $"The store at '{StorePath}' can't be read: this user may not read '{StorePath}'."
        );
    }

    [Theory]
    [InlineData("store.db", "runs")]
    [InlineData("store.db", "run")]
    [InlineData("store.db", "gc")]
    [InlineData("objects", "artifact", "show", "Split")]
    public async Task A_part_of_a_store_that_can_t_be_read_is_named(string part, params string[] args)
    {
        await PrepareAsync(Readable);
        var large = string.Join(' ', Enumerable.Repeat("word", 10_000));
        Assert.Equal(0, (await _program.RunAsync("run", "--text", large)).ExitCode);
        var path = Path.Combine(StorePath, part);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Mine);
        }

        Check(await RunAsNobodyAsync(args), exitCode: 1, $"The store at '{StorePath}' can't be read: this user may not read '{path}");
    }

    [Fact]
    public async Task A_folder_that_can_be_listed_but_not_entered_is_no_stranger()
    {
        await PrepareAsync(Mine | UnixFileMode.OtherRead);

        Check(await RunAsNobodyAsync("runs"), exitCode: 1, $"can't be read: this user may not read '{StorePath}'");
    }

    private static void Check(ProgramRun run, int exitCode, string message)
    {
        Assert.True(run.ExitCode == exitCode, $"{run.ExitCode}: {run.Out}{run.Error}");
        Assert.DoesNotContain("   at ", run.Out + run.Error, StringComparison.Ordinal);
        if (exitCode != 0)
        {
            Assert.Contains(message, Assert.Single(run.Errors), StringComparison.Ordinal);
        }
    }

    private async Task PrepareAsync(UnixFileMode mode)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists(SetPrivileges),
            "Needs a Linux machine on which the tests may become another user."
        );
        Assert.Equal(0, (await _program.RunAsync("run")).ExitCode);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program.FolderPath, Readable);
            foreach (var entry in new DirectoryInfo(StorePath).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            {
                const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
                entry.UnixFileMode |= entry is DirectoryInfo ? Readable : OthersRead;
            }

            File.SetUnixFileMode(StorePath, mode);
        }

        Assert.SkipUnless((await RunAsNobodyAsync("list")).ExitCode == 0, "Another user can't reach the program here.");
    }

    private async Task<ProgramRun> RunAsNobodyAsync(params string[] args)
    {
        using var process = _program.StartCommand(
            SetPrivileges,
            ["--reuid=65534", "--regid=65534", "--clear-groups", ProgramProcess.Host, _program.ProgramPath, .. args]
        );
        return await ProgramProcess.FinishAsync(process);
    }
}
