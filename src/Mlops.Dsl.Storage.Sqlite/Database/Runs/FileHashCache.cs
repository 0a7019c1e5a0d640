using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Objects;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Keeps the hashes of files outside the store in the run store.</summary>
/// <param name="readers">Where to look up.</param>
/// <param name="queue">Where to write; null where the store is open for reading.</param>
internal sealed class FileHashCache(ReaderPool readers, Func<WriteQueue>? queue) : IFileHashCache
{
    public bool TryFind(string path, FileStamp stamp, out ContentHash hash)
    {
        var found = readers.Read(connection =>
        {
            var query = connection
                .Prepare("SELECT hash FROM file_hashes WHERE path = ? AND length = ? AND modified = ? AND changed = ? AND inode = ?")
                .Bind(path)
                .Bind(stamp.Length)
                .Bind(stamp.Modified)
                .Bind(stamp.Changed)
                .Bind(stamp.Inode);
            ContentHash? value = query.Step() ? query.GetHash(0) : null;
            query.Reset();
            return value;
        });
        hash = found.GetValueOrDefault();
        return found.HasValue;
    }

    public void Add(string path, FileStamp stamp, ContentHash hash)
    {
        if (queue is null)
        {
            return;
        }

        // Nobody waits for it: a hash that is lost is computed again. A failure of the store shows in what the run itself commits.
        var operation = new WriteOperation<bool>(writer =>
        {
            writer
                .Connection.Prepare(
                    "INSERT OR REPLACE INTO file_hashes (path, length, modified, changed, inode, hash) VALUES (?, ?, ?, ?, ?, ?)"
                )
                .Bind(path)
                .Bind(stamp.Length)
                .Bind(stamp.Modified)
                .Bind(stamp.Changed)
                .Bind(stamp.Inode)
                .Bind(hash)
                .Run();
            return true;
        });
        var accepted = queue().EnqueueAsync(operation, CancellationToken.None);
        if (!accepted.IsCompleted)
        {
            accepted.AsTask().GetAwaiter().GetResult();
        }
    }
}
