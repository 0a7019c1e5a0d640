using System.Diagnostics;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>
/// Makes what an archive may bring instead of a file. A test that the machine can't make it for is skipped, and says why.
/// </summary>
internal static class SpecialFiles
{
    /// <summary>
    /// Puts something of a kind at a path: <c>link</c> and <c>hardlink</c> lead to the target, <c>pipe</c>, <c>device</c> and <c>loop</c>
    /// to nothing.
    /// </summary>
    public static void Make(string kind, string path, string target)
    {
        switch (kind)
        {
            case "link" when Directory.Exists(target):
                Directory.CreateSymbolicLink(path, target);
                break;
            case "link":
                File.CreateSymbolicLink(path, target);
                break;
            case "loop":
                File.CreateSymbolicLink(path, path);
                break;
            case "pipe":
                Run("mkfifo", path);
                break;
            case "device":
                Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root makes devices.");
                Run("mknod", path, "c", "1", "5");
                break;
            case "hardlink":
                Run("ln", target, path);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }
    }

    /// <summary>Every file and link below a folder, with what it holds.</summary>
    public static IReadOnlyList<string> Describe(string folder) =>
        [
            .. new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Select(static entry => $"{entry.FullName} {entry.LinkTarget} {ContentOf(entry.FullName)}")
                .Order(StringComparer.Ordinal),
        ];

    private static string ContentOf(string path) => FileStatus.Find(path) is { Kind: FileKind.File } ? File.ReadAllText(path) : "";

    private static void Run(string program, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"{program} can't be used here: {error}");
    }
}
