using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>Where a store on disk keeps what.</summary>
/// <param name="root">The store's folder, as an absolute path.</param>
internal sealed class StoreFolder(string root)
{
    private static readonly string[] FolderNames = ["objects", "quarantine", "runs", "tmp"];
    private static readonly string[] FileNames = [".gitignore", "open.lock", "use.lock"];

    /// <summary>The folder itself.</summary>
    public string Root { get; } = root;

    /// <summary>The run store.</summary>
    public string Database { get; } = Path.Combine(root, "store.db");

    /// <summary>What SQLite rolls back after a crash in the moment in which the database is made.</summary>
    public string Journal => Database + "-journal";

    /// <summary>The folders of every store.</summary>
    public IEnumerable<string> Folders => FolderNames.Select(name => Path.Combine(Root, name));

    /// <summary>The files that a store may have beside its folders.</summary>
    public IEnumerable<string> Files =>
        [.. FileNames.Select(name => Path.Combine(Root, name)), Database, Database + "-wal", Database + "-shm", Journal];

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

    /// <summary>The lock file of a run; null where the id, which comes from the database, is no file name.</summary>
    public string? RunLock(string runId) => Path.GetFileName(runId) == runId ? Path.Combine(Runs, runId + ".lock") : null;

    /// <summary>Makes the folders and an empty database where they are missing, and keeps the store out of version control.</summary>
    public void Create()
    {
        foreach (var folder in Folders)
        {
            PrivateFiles.CreateFolder(folder);
        }

        var ignore = Path.Combine(Root, ".gitignore");
        if (!File.Exists(ignore))
        {
            using var file = PrivateFiles.Create(ignore);
            file.Write("*\n"u8);
        }

        if (!File.Exists(Database))
        {
            // SQLite gives its other files the permissions of this one. An empty file is an empty database.
            PrivateFiles.Create(Database).Dispose();
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

        var stranger = Directory
            .EnumerateFileSystemEntries(Root)
            .Select(Path.GetFileName)
            .FirstOrDefault(static name => !FolderNames.Contains(name) && !FileNames.Contains(name));

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
