using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>
/// Remembers the hashes of files outside the store, so that an unchanged file is not read again. Safe for concurrent use.
/// </summary>
internal interface IFileHashCache
{
    /// <summary>Finds the hash that a file had when it had this stamp.</summary>
    bool TryFind(string path, FileStamp stamp, out ContentHash hash);

    /// <summary>Remembers a hash.</summary>
    void Add(string path, FileStamp stamp, ContentHash hash);
}
