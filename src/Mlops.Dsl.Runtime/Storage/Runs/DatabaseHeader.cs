using System.Buffers.Binary;

namespace Mlops.Dsl.Runtime.Storage.Runs;

/// <summary>
/// Looks at the header of a database file (https://sqlite.org/fileformat.html) without opening it as a database, so that a store of a newer format, or another program's
/// database, stays untouched.
/// </summary>
internal static class DatabaseHeader
{
    private const int Size = 100;
    private const int UserVersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    /// <summary>Refuses a file that is no run store, or one of a newer format.</summary>
    /// <exception cref="StoreException">It is such a file.</exception>
    public static void Check(string store, string path)
    {
        Span<byte> header = stackalloc byte[Size];
        int count;
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            count = RandomAccess.Read(file, header, 0);
        }

        // A process that was killed while it made the store leaves an empty file.
        if (count == 0)
        {
            return;
        }

        if (count < Size || !header.StartsWith("SQLite format 3\0"u8))
        {
            throw StoreErrors.Damaged(path, "it is no SQLite database");
        }

        var version = BinaryPrimitives.ReadInt32BigEndian(header[UserVersionOffset..]);
        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) is var application && application != Schema.ApplicationId && (application != 0 || version != 0))
        {
            throw StoreErrors.NotAStore(store, "its store.db is another program's database");
        }

        if (version > Schema.Version)
        {
            throw StoreErrors.Newer(store, version, Schema.Version);
        }
    }
}
