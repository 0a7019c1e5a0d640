using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>
/// Sends what goes past the console's writers, such as the output of a library in C or of a process that a stage starts, to the error
/// output while the output is JSON.
/// Streams that were opened before go on to the output itself.
/// </summary>
internal sealed partial class StandardOutput : IDisposable
{
    private const int Output = 1;
    private const int Error = 2;

    private readonly int _saved;

    private StandardOutput(int saved) => _saved = saved;

    /// <summary>Begins; null where the system has no file descriptors, or none to spare.</summary>
    public static StandardOutput? Redirect()
    {
        if (OperatingSystem.IsWindows() || Duplicate(Output) is not (>= 0 and var saved))
        {
            return null;
        }

        _ = DuplicateTo(Error, Output);
        return new StandardOutput(saved);
    }

    public void Dispose()
    {
        _ = DuplicateTo(_saved, Output);
        _ = Close(_saved);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateTo(int file, int target);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
