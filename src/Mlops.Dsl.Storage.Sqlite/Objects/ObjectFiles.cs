using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>The files of the artifacts: each is named by its content's hash, is whole or absent, and never changes.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="known">Remembers in which state a file had its hash, so that it is not read in every run.</param>
internal sealed class ObjectFiles(StoreFolder folder, IFileHashCache known)
{
    private readonly ConcurrentDictionary<ContentHash, FileStamp> _verified = new();

    /// <summary>
    /// Makes a finished and flushed temporary file the object of a hash, in the place of what may be there. The temporary file is gone
    /// afterwards.
    /// </summary>
    public void Adopt(string temporary, ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        var parent = Path.GetDirectoryName(path)!;
        switch (FileStatus.Find(parent)?.Kind)
        {
            case null:
                PrivateFiles.CreateFolder(parent);
                DurableFiles.FlushDirectory(folder.Objects);
                break;
            case FileKind.Folder:
                break;
            case var kind:
                throw StoreErrors.Foreign(folder.Root, parent, kind.Value.Describe(), "folder");
        }

        if (OperatingSystem.IsWindows() && FindStamp(hash) is not null && Verify(hash))
        {
            // An object that someone reads can't be replaced there.
            File.Delete(temporary);
            return;
        }

        Protect(temporary);
        MakeRoom(hash);
        File.Move(temporary, path, overwrite: true);
        DurableFiles.FlushDirectory(parent);
        if (FindStamp(hash) is { } stamp)
        {
            known.Add(path, stamp, hash);
        }
    }

    /// <summary>
    /// Tells whether an object is there and has its hash, as far as its file's state tells: it is read only where that is another than when
    /// it was stored or read last.
    /// </summary>
    /// <param name="hash">The object.</param>
    /// <param name="length">The size that it must have; null where that is not known.</param>
    /// <exception cref="IOException">The file is unreadable.</exception>
    public bool IsSound(ContentHash hash, long? length = null) =>
        FindStamp(hash) is { } stamp
        && (length ?? stamp.Length) == stamp.Length
        && ((known.TryFind(folder.ObjectPath(hash), stamp, out var found) && found == hash) || Verify(hash));

    /// <summary>Tells whether an object's bytes have its hash; reads them once per process and state of the file.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public bool Verify(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        var status = Find(hash) ?? throw new FileNotFoundException($"The file '{path}' does not exist.", path);
        if (status.Kind != FileKind.File)
        {
            return false;
        }

        if (_verified.TryGetValue(hash, out var stamp) && stamp == status.Stamp)
        {
            return true;
        }

        using (var file = Open(path, status))
        {
            if (FileHasher.Hash(file) != hash)
            {
                return false;
            }
        }

        _verified[hash] = status.Stamp;
        known.Add(path, status.Stamp, hash);
        return true;
    }

    /// <summary>Opens an object that was verified.</summary>
    /// <exception cref="IOException">The file is missing, unreadable, or no file any more.</exception>
    public FileStream OpenRead(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        return Find(hash) is { Kind: FileKind.File } status
            ? new FileStream(Open(path, status), FileAccess.Read, bufferSize: 0)
            : throw new FileNotFoundException($"The file '{path}' does not exist.", path);
    }

    /// <summary>Says what is wrong with an object that is not what it should be.</summary>
    public string DescribeDamage(ContentHash hash) =>
        Find(hash) is { Kind: not FileKind.File } status
            ? $"in the place of its file is {status.Kind.Describe()}"
            : "its bytes have another hash";

    /// <summary>Sets a damaged object aside: its place is free for the right bytes, and a person can look at the wrong ones.</summary>
    /// <returns>Where it is now.</returns>
    public string SetAside(ContentHash hash)
    {
        var path = Path.Combine(folder.Quarantine, hash.ToString());
        try
        {
            Removal.Remove(path);
            Directory.Move(folder.ObjectPath(hash), path);
        }
        catch (IOException) when (FileStatus.Find(folder.ObjectPath(hash)) is null)
        {
            // Another reader set it aside at the same time.
        }

        return path;
    }

    /// <summary>All objects, with their sizes. What lies among them and is no file of ours is left out.</summary>
    public IEnumerable<(ContentHash Hash, long Length)> Enumerate()
    {
        foreach (var shard in Directory.EnumerateDirectories(folder.Objects))
        {
            if (FileStatus.Find(shard) is not { Kind: FileKind.Folder })
            {
                continue;
            }

            foreach (var path in Directory.EnumerateFiles(shard))
            {
                if (ContentHash.TryParse(Path.GetFileName(shard) + Path.GetFileName(path), out var hash) && FindStamp(hash) is { } stamp)
                {
                    yield return (hash, stamp.Length);
                }
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

    private FileStamp? FindStamp(ContentHash hash) => Find(hash) is { Kind: FileKind.File } status ? status.Stamp : null;

    /// <summary>What lies in an object's place; null where nothing does, or where its folder is none of ours.</summary>
    private FileStatus? Find(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        return FileStatus.Find(Path.GetDirectoryName(path)!) is { Kind: FileKind.Folder } ? FileStatus.Find(path) : null;
    }

    /// <summary>Opens a file that was looked at, and no other that took its place since.</summary>
    private static SafeFileHandle Open(string path, FileStatus expected)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
        if (FileStatus.Of(file) is { } opened && !opened.IsSameFile(expected))
        {
            file.Dispose();
            throw new IOException($"The file '{path}' was replaced while it was opened.");
        }

        return file;
    }

    private void MakeRoom(ContentHash hash)
    {
        var path = folder.ObjectPath(hash);
        if (OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }

        // A file or a link is replaced by the new one in one step, a folder is not.
        if (FileStatus.Find(path) is { Kind: FileKind.Folder })
        {
            SetAside(hash);
        }
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
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        }
    }
}
