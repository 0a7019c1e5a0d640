namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>Removes files and folders; a link is removed itself, and what it leads to stays.</summary>
internal static class Removal
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes what lies at a path, if anything does.</summary>
    public static void Remove(string path)
    {
        switch (FileStatus.Find(path)?.Kind)
        {
            case null:
                break;
            case FileKind.Folder:
                RemoveFolder(path);
                break;
            default:
                File.Delete(path);
                break;
        }
    }

    /// <summary>Removes what lies at a path, as far as it can be removed.</summary>
    /// <returns>Why it stays, for people; null where it is gone.</returns>
    public static string? TryRemove(string path)
    {
        try
        {
            Remove(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"What a process that has ended left in '{path}' can't be removed: {exception.Message}";
        }
    }

    private static void RemoveFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (UnauthorizedAccessException) when (!OperatingSystem.IsWindows())
        {
            // A stage may have left folders that it closed to itself.
            OpenFolders(path);
            Directory.Delete(path, recursive: true);
        }
    }

    private static void OpenFolders(string path)
    {
        if (OperatingSystem.IsWindows() || FileStatus.Find(path) is not { Kind: FileKind.Folder })
        {
            return;
        }

        File.SetUnixFileMode(path, Open);
        foreach (var folder in Directory.EnumerateDirectories(path))
        {
            OpenFolders(folder);
        }
    }
}
