using System.Buffers.Binary;
using System.Text;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>
/// The record of what was done to the registry: a hash chain. A record's hash is SHA-256 over the hash of the record before it (32 zero
/// bytes for the first) and its own fields, each
/// with its length in front, so that no two different records have the same bytes.
/// </summary>
internal static class AuditLog
{
    private const string Columns = "sequence, time, actor, action, name, version, detail, hash";
    private const int NullLength = -1;

    /// <summary>Adds a record after the last, in the caller's transaction.</summary>
    public static void Append(Connection connection, AuditEntry entry)
    {
        var last = connection.Prepare("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        var (sequence, previous) = last.Step() ? (last.GetInt64(0), last.GetHash(1)) : (0L, default);
        last.Reset();
        var time = entry.Time.ToMicroseconds();
        connection
            .Prepare("INSERT INTO audit (sequence, time, actor, action, name, version, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .Bind(sequence + 1)
            .Bind(time)
            .Bind(entry.Actor)
            .Bind(entry.Action)
            .Bind(entry.Name)
            .Bind(entry.Version)
            .Bind(entry.Detail)
            .Bind(HashOf(previous, sequence + 1, time, entry))
            .Run();
    }

    /// <summary>Reads the records, oldest first.</summary>
    public static List<AuditRecord> Read(Connection connection, string? name)
    {
        var query = name is null
            ? connection.Prepare($"SELECT {Columns} FROM audit ORDER BY sequence")
            : connection.Prepare($"SELECT {Columns} FROM audit WHERE name = ? ORDER BY sequence").Bind(name);
        var records = new List<AuditRecord>();
        while (query.Step())
        {
            var entry = ReadEntry(query);
            var hash = query.GetHash(7).ToString();
            records.Add(
                new AuditRecord(query.GetInt64(0), entry.Time, entry.Actor, entry.Action, entry.Name, entry.Version, entry.Detail, hash)
            );
        }

        query.Reset();
        return records;
    }

    /// <summary>Follows the chain to its end, or to the first record that does not continue it.</summary>
    public static AuditCheck Verify(Connection connection)
    {
        var query = connection.Prepare($"SELECT {Columns} FROM audit ORDER BY sequence");
        ContentHash previous = default;
        var (sound, problem) = (0L, default(string));
        while (problem is null && query.Step())
        {
            var sequence = query.GetInt64(0);
            if (sequence != sound + 1)
            {
                problem = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"record {sound + 1} is missing");
            }
            else if (!HashOf(previous, sequence, query.GetInt64(1), ReadEntry(query)).AsSpan().SequenceEqual(query.GetBytes(7)))
            {
                problem = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"record {sequence} is not the one that was written: its hash is not that of its fields and the record before"
                );
            }
            else
            {
                (sound, previous) = (sequence, query.GetHash(7));
            }
        }

        query.Reset();
        return new AuditCheck(sound, problem is null ? null : sound + 1, problem);
    }

    private static AuditEntry ReadEntry(Statement query) =>
        new(
            Timestamps.ToTime(query.GetInt64(1)),
            query.GetString(2),
            query.GetString(3),
            query.GetString(4),
            query.IsNull(5) ? null : query.GetInt32(5),
            query.GetNullableString(6)
        );

    private static ContentHash HashOf(ContentHash previous, long sequence, long time, AuditEntry entry)
    {
        var bytes = new List<byte>(256);
        bytes.AddRange(previous.AsSpan());
        Add(sequence);
        Add(time);
        Add(entry.Actor);
        Add(entry.Action);
        Add(entry.Name);
        Add(entry.Version);
        Add(entry.Detail);
        return ContentHash.Of(bytes.ToArray());

        void Add(object? field)
        {
            byte[]? content = field switch
            {
                null => null,
                string text => Encoding.UTF8.GetBytes(text),
                _ => BitConverter.GetBytes(Convert.ToInt64(field, System.Globalization.CultureInfo.InvariantCulture)),
            };
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, content?.Length ?? NullLength);
            bytes.AddRange(length);
            bytes.AddRange(content ?? []);
        }
    }
}
