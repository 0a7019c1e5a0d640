using System.Collections.Concurrent;
using System.Text.Json;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Connections that read, one for each reader at a time. They never wait for the writer.</summary>
/// <param name="file">The connections' file.</param>
/// <param name="open">Opens a connection.</param>
internal sealed class ReaderPool(DatabaseFile file, Func<Connection> open) : IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];

    /// <summary>Reads with a connection that nobody else uses.</summary>
    public T Read<T>(Func<Connection, T> read)
    {
        file.Check();
        if (!_idle.TryTake(out var connection))
        {
            connection = open();
        }

        try
        {
            return read(connection);
        }
        catch (Exception exception)
        {
            var path = connection.Path;

            // A reader that was interrupted in the middle of its rows would hold an old snapshot open.
            connection.Dispose();
            connection = null;
            if (IsOfRecord(exception))
            {
                throw StoreErrors.Damaged(path, $"a record can't be read ({exception.Message.TrimEnd('.')})");
            }

            throw;
        }
        finally
        {
            if (connection is not null)
            {
                _idle.Add(connection);
            }
        }
    }

    /// <summary>Reads with several queries what belongs together: what is committed in between does not show.</summary>
    public T Snapshot<T>(Func<Connection, T> read) =>
        Read(connection =>
        {
            connection.Execute("BEGIN");
            var result = read(connection);
            connection.Execute("COMMIT");
            return result;
        });

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>Whether a record holds what no writer writes: SQLite notices damaged pages, not damaged values.</summary>
    private static bool IsOfRecord(Exception exception) =>
        exception
            is JsonException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or KeyNotFoundException
                or OverflowException
                or IndexOutOfRangeException;
}
