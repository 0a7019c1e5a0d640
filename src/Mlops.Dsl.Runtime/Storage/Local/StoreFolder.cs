using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Storage.Local;

/// <summary>Where a store on disk keeps what.</summary>
/// <param name="root">The store's folder, as an absolute path.</param>
internal sealed class StoreFolder(string root)
{
    private static readonly string[] Folders = ["objects", "quarantine", "runs", "tmp"];
    private static readonly string[] Files = [".gitignore", "open.lock", "use.lock"];

    /// <summary>The folder itself.</summary>
    public string Root { get; } = root;

    /// <summary>The run store.</summary>
    public string Database { get; } = Path.Combine(root, "store.db");

    /// <summary>The artifacts that have files of their own.</summary>
    public string Objects { get; } = Path.Combine(root, "objects");

    /// <summary>Objects whose bytes turned out to be others.</summary>
    public string Quarantine { get; } = Path.Combine(root, "quarantine");

    /// <summary>One lock file for each live run.</summary>
    public string Runs { get; } = Path.Combine(root, "runs");

    /// <summary>One folder and lock file for each process that writes.</summary>
    public string Temporary { get; } = Path.Combine(root, "tmp");

    /// <summary>Held for a moment by whoever makes, sweeps or locks files that others may sweep.</summary>
    public string OpenLock { get; } = Path.Combine(root, "open.lock");

    /// <summary>Held by all live runs together, or by one gc alone.</summary>
    public string UseLock { get; } = Path.Combine(root, "use.lock");

    /// <summary>The file of an object.</summary>
    public string ObjectPath(ContentHash hash)
    {
        var name = hash.ToString();
        return Path.Combine(Objects, name[..2], name[2..]);
    }

    /// <summary>The lock file of a run.</summary>
    public string RunLock(string runId) => Path.Combine(Runs, runId + ".lock");

    /// <summary>Makes the folders, and keeps the store out of version control.</summary>
    public void Create()
    {
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(Path.Combine(Root, folder));
        }

        var ignore = Path.Combine(Root, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }

    /// <summary>Tells why the folder can be no store and must not become one; null where it is empty, half made, or a store.</summary>
    public string? FindStranger()
    {
        if (File.Exists(Root))
        {
            return "it is a file";
        }

        if (FindFileAbove(Root) is { } above)
        {
            return $"'{above}' is a file";
        }

        if (!Directory.Exists(Root) || File.Exists(Database))
        {
            return null;
        }

        var stranger = Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).FirstOrDefault(static name => !Folders.Contains(name) && !Files.Contains(name));

        // Another process may have made the store since.
        return stranger is null || File.Exists(Database) ? null : $"it holds '{stranger}', but no store.db";
    }

    /// <summary>The file that stands where a folder above would have to be; null where there is none.</summary>
    private static string? FindFileAbove(string path)
    {
        var above = Path.GetDirectoryName(path);
        while (above is not null && !Directory.Exists(above))
        {
            if (File.Exists(above))
            {
                return above;
            }

            above = Path.GetDirectoryName(above);
        }

        return null;
    }
}
