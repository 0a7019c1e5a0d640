using System.Collections.Concurrent;
using Mlops.Dsl.Runtime.Storage.Local;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Storage.Objects;

/// <summary>The files of the artifacts: each is named by its content's hash, is whole or absent, and never changes.</summary>
internal sealed class ObjectFiles(StoreFolder folder)
{
    private readonly ConcurrentDictionary<ContentHash, FileStamp> _verified = new();

    /// <summary>The size of an object; null where there is none.</summary>
    public long? FindLength(ContentHash hash) => new FileInfo(folder.ObjectPath(hash)) is { Exists: true } file ? file.Length : null;

    /// <summary>Makes a finished and flushed temporary file the object of a hash. The temporary file is gone afterwards.</summary>
    public void Adopt(string temporary, ContentHash hash, long length)
    {
        var path = folder.ObjectPath(hash);
        var parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
            DurableFiles.FlushDirectory(folder.Objects);
        }

        if (FindLength(hash) == length)
        {
            File.Delete(temporary);
        }
        else
        {
            Protect(temporary);
            File.Move(temporary, path, overwrite: true);
        }

        // Also where the object was there already: another process may have renamed it just now.
        DurableFiles.FlushDirectory(parent);
    }

    /// <summary>Tells whether an object's bytes have its hash; reads them once per process and state of the file.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public bool Verify(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        var stamp = FileStamp.Read(path);
        if (_verified.TryGetValue(hash, out var known) && known == stamp)
        {
            return true;
        }

        if (FileHasher.Hash(path) != hash)
        {
            return false;
        }

        _verified[hash] = stamp;
        return true;
    }

    /// <summary>Sets a damaged object aside: its place is free for the right bytes, and a person can look at the wrong ones.</summary>
    /// <returns>Where it is now.</returns>
    public string SetAside(ContentHash hash)
    {
        var path = Path.Combine(folder.Quarantine, hash.ToString());
        try
        {
            File.Move(folder.ObjectPath(hash), path, overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // Another reader set it aside at the same time.
        }

        return path;
    }

    /// <summary>All objects, with their sizes.</summary>
    public IEnumerable<(ContentHash Hash, long Length)> Enumerate()
    {
        foreach (var file in new DirectoryInfo(folder.Objects).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (ContentHash.TryParse(file.Directory!.Name + file.Name, out var hash))
            {
                yield return (hash, file.Length);
            }
        }
    }

    /// <summary>Removes an object.</summary>
    public void Delete(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }

        File.Delete(path);
    }

    // A stage gets the path of a stored file; it must not write there by mistake.
    private static void Protect(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
        }
        else
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }
}
