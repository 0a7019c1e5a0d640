using System.Collections.Concurrent;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>Hashes files that stay where they are; an unchanged one is looked up instead of read.</summary>
internal sealed class InPlaceHasher(IFileHashCache cache, TimeProvider clock)
{
    // What HashAsync found, until Hash asks for it: once, because the stamp of a file that was written just now may hide a later change.
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, ContentHash Hash)> _ahead = new(StringComparer.Ordinal);

    /// <summary>Hashes a file.</summary>
    /// <exception cref="IOException">It is missing, unreadable, or was changed while it was read; the message names it.</exception>
    public ContentHash Hash(string path)
    {
        var full = Path.GetFullPath(path);
        var stamp = FileStamp.Read(full);
        return _ahead.TryRemove(full, out var ahead) && ahead.Stamp == stamp ? ahead.Hash : Hash(full, stamp);
    }

    /// <summary>Hashes several files, as many at a time as there are processors.</summary>
    public Task HashAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            paths,
            cancellationToken,
            (path, _) =>
            {
                var full = Path.GetFullPath(path);
                var stamp = FileStamp.Read(full);
                _ahead[full] = (stamp, Hash(full, stamp));
                return ValueTask.CompletedTask;
            }
        );

    private ContentHash Hash(string full, FileStamp stamp)
    {
        if (cache.TryFind(full, stamp, out var known))
        {
            return known;
        }

        var now = clock.GetUtcNow();
        var hash = FileHasher.Hash(full);
        if (FileStamp.Read(full) != stamp)
        {
            throw new IOException($"The file '{full}' was changed while it was read. Run again when nothing writes it.");
        }

        if (stamp.IsSettled(now))
        {
            cache.Add(full, stamp, hash);
        }

        return hash;
    }
}
