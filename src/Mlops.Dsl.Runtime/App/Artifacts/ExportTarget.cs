namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// What an export may write: plain files, in plain folders. Links, devices and pipes are neither written to nor replaced.
/// </summary>
internal static class ExportTarget
{
    /// <summary>The place of a file in a folder, which the file's path, coming from the store, must not lead out of.</summary>
    /// <exception cref="IOException">It would lead out.</exception>
    /// <exception cref="UsageException">A folder on the way is a link, or none.</exception>
    public static string Inside(string folder, string path)
    {
        // A backslash is part of a name on all systems but Windows, where a colon leads to another drive.
        var names = OperatingSystem.IsWindows() ? path.Split('/', '\\', ':') : path.Split('/');
        if (Path.IsPathRooted(path) || names.Any(static name => name is "" or "." or ".." || name.Contains('\0', StringComparison.Ordinal)))
        {
            throw new IOException($"the artifact has a file '{path}', which leads out of '{folder}'; nothing was written");
        }

        var place = Path.TrimEndingDirectorySeparator(folder);
        CheckFolder(place);
        foreach (var name in names[..^1])
        {
            place = Path.Combine(place, name);
            CheckFolder(place);
        }

        return Path.Combine(place, names[^1]);
    }

    /// <summary>Refuses a place at which no file can be written.</summary>
    /// <param name="path">The place.</param>
    /// <param name="force">Whether a file there is replaced.</param>
    public static void Check(string path, bool force)
    {
        switch (FileStatus.Find(Path.TrimEndingDirectorySeparator(path))?.Kind)
        {
            case null:
                break;
            case FileKind.Folder:
                throw new UsageException($"'{path}' is a folder; name the file to write");
            case FileKind.File when force:
                break;
            case FileKind.File:
                throw new UsageException($"'{path}' exists; --force replaces it");
            case var kind:
                throw new UsageException($"'{path}' is {kind.Value.Describe()}, which is neither written to nor replaced; name a file");
        }
    }

    /// <summary>Writes beside the place first, so that the file is there whole or not at all.</summary>
    public static async Task WriteAsync(string path, bool force, Func<Stream, Task> write)
    {
        Check(path, force);
        var folder = Path.GetDirectoryName(path) ?? throw new UsageException($"'{path}' is a folder; name the file to write");
        Directory.CreateDirectory(folder);
        var partial = Path.Combine(folder, $".{Guid.NewGuid():N}.partial");
        try
        {
            await using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(stream);
            }

            Check(path, force);
            File.Move(partial, path, overwrite: force);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void CheckFolder(string path)
    {
        if (FileStatus.Find(path) is { Kind: not FileKind.Folder } status)
        {
            throw new UsageException(
                $"'{path}' is {status.Kind.Describe()}, and a folder has to be there",
                "Name a folder, not a link to one."
            );
        }
    }
}
