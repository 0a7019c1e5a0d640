using System.Collections.Concurrent;
using Mlops.Dsl.Runtime.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Storage.Runs;

/// <summary>Connections that read, one for each reader at a time. They never wait for the writer.</summary>
internal sealed class ReaderPool(Func<Connection> open) : IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];

    /// <summary>Reads with a connection that nobody else uses.</summary>
    public T Read<T>(Func<Connection, T> read)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = open();
        }

        try
        {
            return read(connection);
        }
        catch
        {
            // A reader that was interrupted in the middle of its rows would hold an old snapshot open.
            connection.Dispose();
            connection = null;
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

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
