namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// Makes files and folders that only this user can look into, whatever the umask takes away or leaves: what a store holds may be personal
/// or secret.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none; one that is there keeps its mode. Folders above are made as usual.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } above)
        {
            Directory.CreateDirectory(above);
        }

        Directory.CreateDirectory(path, FolderMode700);
        Complete(path, File.GetUnixFileMode(path), FolderMode700);
    }

    /// <summary>Makes a file that must not be there yet, and opens it for writing.</summary>
    /// <exception cref="IOException">Something is there: a link, too.</exception>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    /// <summary>Opens a file, and makes it where the mode says so.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = share,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        if (File.Exists(path) || mode == FileMode.Open)
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = FileMode600;
        var file = new FileStream(path, options);
        try
        {
            Complete(path, File.GetUnixFileMode(file.SafeFileHandle), FileMode600);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Gives back what an odd umask took away from the owner.</summary>
    private static void Complete(string path, UnixFileMode found, UnixFileMode owned)
    {
        if (!OperatingSystem.IsWindows() && (found & owned) != owned)
        {
            File.SetUnixFileMode(path, found | owned);
        }
    }
}
