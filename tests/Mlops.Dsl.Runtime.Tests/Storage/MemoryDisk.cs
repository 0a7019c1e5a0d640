using System.Diagnostics;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>A small disk in memory, which only root on Linux can mount; elsewhere a test that needs one is skipped, and says why.</summary>
internal sealed class MemoryDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-disk-");

    public MemoryDisk(string size) => Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", _folder.FullName);

    public string Path => _folder.FullName;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Leaves no room on the disk.</summary>
    public async Task FillAsync()
    {
        await using var file = new FileStream(
            Ballast,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 0,
            }
        );
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await file.WriteAsync(new byte[4096]);
            }
        });
    }

    /// <summary>Gives back what <see cref="FillAsync"/> took.</summary>
    public void Empty() => File.Delete(Ballast);

    public void Remount(string options) => Run("mount", "-o", $"remount,{options}", Path);

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            Start("umount", ["-l", Path]);
        }

        _folder.Delete(recursive: true);
    }

    private void Run(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Start(program, arguments) != 0)
        {
            _folder.Delete(recursive: true);
            Assert.Skip("Needs a Linux machine on which the tests may mount memory disks.");
        }
    }

    private static int Start(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
