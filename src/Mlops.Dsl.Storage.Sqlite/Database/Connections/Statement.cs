using System.Buffers;
using System.Text;
using Mlops.Dsl.Serialization;
using SQLitePCL;

namespace Mlops.Dsl.Storage.Sqlite.Connections;

/// <summary>A prepared statement: bind the parameters in their order, then step through the rows. Not safe for concurrent use.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    private int _bound;

    /// <summary>Makes the statement ready for other parameters.</summary>
    public Statement Reset()
    {
        // The code is that of the last step, which has thrown already.
        _ = raw.sqlite3_reset(handle);
        _bound = 0;
        return this;
    }

    /// <summary>Binds the next parameter to an integer.</summary>
    public Statement Bind(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next parameter to an integer or null.</summary>
    public Statement Bind(long? value) => value is { } known ? Bind(known) : BindNull();

    /// <summary>Binds the next parameter to a number; NaN, which SQLite can't hold, to null.</summary>
    public Statement Bind(double value)
    {
        connection.Check(raw.sqlite3_bind_double(handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next parameter to a text or null.</summary>
    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        if (value.Length == 0)
        {
            // An empty span's pointer is null, which SQLite takes for the null value; a terminated text has a pointer.
            connection.Check(raw.sqlite3_bind_text(handle, ++_bound, ""));
            return this;
        }

        byte[]? rented = null;
        var room = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = room <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(room);
        var length = Encoding.UTF8.GetBytes(value, buffer);
        connection.Check(raw.sqlite3_bind_text(handle, ++_bound, (ReadOnlySpan<byte>)buffer[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds the next parameter to bytes.</summary>
    public Statement Bind(ReadOnlySpan<byte> value)
    {
        // An empty span's pointer is null, which SQLite takes for the null value.
        connection.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, ++_bound, 0) : raw.sqlite3_bind_blob(handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next parameter to a hash's bytes.</summary>
    public Statement Bind(in ContentHash value) => Bind(value.AsSpan());

    /// <summary>Binds the next parameter to a hash's bytes or null.</summary>
    public Statement Bind(ContentHash? value) => value is { } known ? Bind(in known) : BindNull();

    /// <summary>Binds the next parameter to null.</summary>
    public Statement BindNull()
    {
        connection.Check(raw.sqlite3_bind_null(handle, ++_bound));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            var error = connection.Error(code);
            Reset();
            throw error;
        }

        return false;
    }

    /// <summary>Runs a statement that returns no row.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    /// <summary>Whether a column of the row is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>An integer.</summary>
    public long GetInt64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>An integer that was bound as an <see cref="int"/>.</summary>
    public int GetInt32(int column) => raw.sqlite3_column_int(handle, column);

    /// <summary>A number; null is NaN.</summary>
    public double GetDouble(int column) => IsNull(column) ? double.NaN : raw.sqlite3_column_double(handle, column);

    /// <summary>The bytes of a blob or text, valid until the next step.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A text.</summary>
    public string GetString(int column) => Encoding.UTF8.GetString(GetBytes(column));

    /// <summary>A text or null.</summary>
    public string? GetNullableString(int column) => IsNull(column) ? null : GetString(column);

    /// <summary>A hash.</summary>
    /// <exception cref="StoreException">The column holds anything else.</exception>
    public ContentHash GetHash(int column)
    {
        var bytes = GetBytes(column);
        return bytes.Length == ContentHash.Size
            ? new ContentHash(bytes)
            : throw SqliteErrors.Explain(raw.SQLITE_CORRUPT, $"a hash has {bytes.Length} bytes", connection.Path);
    }

    /// <summary>Finalizes the statement.</summary>
    public void Dispose() => handle.Dispose();
}
