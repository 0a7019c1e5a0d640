using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>The one connection that writes, with what it writes often. Belongs to the writer's thread.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly DatabaseFile _file;
    private readonly CancellationToken _stop;

    /// <summary>Prepares the statements.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="file">The connection's file.</param>
    /// <param name="stop">Ends a wait for another process that writes.</param>
    public StoreWriter(Connection connection, DatabaseFile file, CancellationToken stop)
    {
        (_file, _stop) = (file, stop);
        Connection = connection;
        Names = new NameTable(connection);
        Executions = new ExecutionWriter(connection, Names);
        Runs = new RunWriter(connection, Names);
        Served = new ServedWriter(connection);
    }

    /// <summary>The connection, for statements that are rare.</summary>
    public Connection Connection { get; }

    /// <summary>The numbers of pipelines and stages.</summary>
    public NameTable Names { get; }

    /// <summary>Writes executions.</summary>
    public ExecutionWriter Executions { get; }

    /// <summary>Writes runs and their results.</summary>
    public RunWriter Runs { get; }

    /// <summary>Writes what services answered.</summary>
    public ServedWriter Served { get; }

    /// <summary>Writes everything in one transaction, or nothing.</summary>
    public void Transact(IReadOnlyList<WriteOperation> operations)
    {
        _file.Check();

        // At once, not at the first write: a transaction that begins with a read can't become a writing one when another process writes in
        // between.
        Connection.ExecuteWhenFree("BEGIN IMMEDIATE", _stop);
        try
        {
            foreach (var operation in operations)
            {
                operation.Apply(this);
            }

            Connection.Execute("COMMIT");

            // Whoever is told that something is durable must find it: the file may have gone since.
            _file.Check();
        }
        catch
        {
            Connection.Rollback();
            Forget();
            throw;
        }
    }

    /// <summary>Forgets the numbers of rows that may be gone.</summary>
    public void Forget()
    {
        Names.Forget();
        Executions.Forget();
        Served.Forget();
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Connection.Dispose();
}
