using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// Keeps what fingerprints were made of. Most symbols stay the same from one fingerprint to the next, so they are numbered.
/// </summary>
internal static class FingerprintTable
{
    /// <summary>Writes fingerprints that are not known yet.</summary>
    public static void Write(Connection connection, IReadOnlyList<FingerprintParts> fingerprints)
    {
        foreach (var parts in fingerprints)
        {
            var query = connection.Prepare("SELECT 1 FROM fingerprints WHERE fingerprint = ?").Bind(parts.Fingerprint);
            var isKnown = query.Step();
            query.Reset();
            if (isKnown)
            {
                continue;
            }

            int[] symbols = [.. parts.Symbols.Select(symbol => GetSymbol(connection, symbol))];
            connection
                .Prepare("INSERT INTO fingerprints (fingerprint, symbols, packages) VALUES (?, ?, ?)")
                .Bind(parts.Fingerprint)
                .Bind(MemoryMarshal.AsBytes(symbols.AsSpan()))
                .Bind(string.Join('\n', parts.Packages))
                .Run();
        }
    }

    /// <summary>Reads a fingerprint's parts; null where they were never written.</summary>
    public static FingerprintParts? Read(Connection connection, ContentHash fingerprint)
    {
        var query = connection.Prepare("SELECT symbols, packages FROM fingerprints WHERE fingerprint = ?").Bind(fingerprint);
        if (!query.Step())
        {
            return null;
        }

        int[] symbols = [.. MemoryMarshal.Cast<byte, int>(query.GetBytes(0))];
        var packages = query.GetString(1);
        query.Reset();
        return new FingerprintParts(
            fingerprint,
            [.. symbols.Select(id => ReadSymbol(connection, id))],
            packages.Length == 0 ? [] : packages.Split('\n')
        );
    }

    private static int GetSymbol(Connection connection, NamedText symbol)
    {
        connection
            .Prepare("INSERT INTO symbols (name, hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .Bind(symbol.Name)
            .Bind(symbol.Value ?? "")
            .Run();
        var query = connection.Prepare("SELECT id FROM symbols WHERE name = ? AND hash = ?").Bind(symbol.Name).Bind(symbol.Value ?? "");
        query.Step();
        var id = query.GetInt32(0);
        query.Reset();
        return id;
    }

    private static NamedText ReadSymbol(Connection connection, int id)
    {
        var query = connection.Prepare("SELECT name, hash FROM symbols WHERE id = ?").Bind(id);
        query.Step();
        var symbol = new NamedText(query.GetString(0), query.GetString(1));
        query.Reset();
        return symbol;
    }
}
