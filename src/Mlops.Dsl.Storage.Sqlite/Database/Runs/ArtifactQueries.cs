using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Objects;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Reads what the run store knows of artifacts.</summary>
internal static class ArtifactQueries
{
    /// <summary>The bytes of an artifact that has no file; null for others.</summary>
    public static byte[]? ReadInline(Connection connection, ContentHash artifact)
    {
        var query = connection
            .Prepare("SELECT content FROM artifacts WHERE substr(hash, 1, 8) = substr(?1, 1, 8) AND hash = ?1 AND content IS NOT NULL")
            .Bind(artifact);
        var content = query.Step() ? query.GetBytes(0).ToArray() : null;
        query.Reset();
        return content;
    }

    /// <summary>What there is of an artifact; null where it is not known.</summary>
    public static ArtifactState? Inspect(Connection connection, ContentHash artifact)
    {
        var query = connection
            .Prepare(
                """
                SELECT content IS NOT NULL, content, files, elements FROM artifacts
                WHERE substr(hash, 1, 8) = substr(?1, 1, 8) AND hash = ?1
                """
            )
            .Bind(artifact);
        ArtifactState? state = null;
        if (query.Step())
        {
            var isInline = query.GetInt32(0) != 0;
            var isDamaged = isInline && ContentHash.Of(query.GetBytes(1)) != artifact;
            state = new ArtifactState(isInline, isDamaged, ReadHashes(query, 2), ReadHashes(query, 3));
        }

        query.Reset();
        return state;
    }

    /// <summary>The artifacts whose hash begins with some hexadecimal digits.</summary>
    public static List<ArtifactReference> Find(Connection connection, string hashPrefix, int limit)
    {
        var found = new List<ArtifactReference>();
        if (hashPrefix.Length > 2 * ContentHash.Size || !hashPrefix.All(char.IsAsciiHexDigit))
        {
            return found;
        }

        var query = connection
            .Prepare(
                """
                SELECT hash, length, (content IS NOT NULL) + 2 * (files IS NOT NULL) FROM artifacts
                WHERE substr(hash, 1, 8) BETWEEN substr(?1, 1, 8) AND substr(?2, 1, 8) AND hash BETWEEN ?1 AND ?2 ORDER BY hash LIMIT ?3
                """
            )
            .Bind(Convert.FromHexString(hashPrefix.PadRight(2 * ContentHash.Size, '0')))
            .Bind(Convert.FromHexString(hashPrefix.PadRight(2 * ContentHash.Size, 'f')))
            .Bind(limit);
        while (query.Step())
        {
            found.Add(RunQueries.ReadReference(query, 0));
        }

        query.Reset();
        return found;
    }

    private static ContentHash[] ReadHashes(Statement query, int column) =>
        query.IsNull(column) ? [] : [.. MemoryMarshal.Cast<byte, ContentHash>(query.GetBytes(column))];
}
