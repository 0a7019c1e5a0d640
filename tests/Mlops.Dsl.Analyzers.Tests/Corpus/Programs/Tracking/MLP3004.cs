//# fault: a cached stage queries a database
//## share Docs.cs
[Stage]
public int Count(FileSet docs, [FromServices] DbConnection connection)
{
    using var command = connection.CreateCommand();
    command.CommandText = "select count(*) from houses";
    return docs.Count + (int){|MLP3004:command.ExecuteScalar()|}!;
}

//## Usings.cs
global using System.Data.Common;

//# fault: a repository of the user's own opens it
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, [FromServices] HouseRepository repository) => docs.Count + await repository.CountAsync();

//## HouseRepository.cs
using System.Data.Common;

public sealed class HouseRepository(DbConnection connection)
{
    public async Task<int> CountAsync()
    {
        await {|MLP3004:connection.OpenAsync()|};
        using var command = connection.CreateCommand();
        using var reader = await {|MLP3004:command.ExecuteReaderAsync()|};
        var count = 0;
        while (await reader.ReadAsync())
        {
            count++;
        }

        return count;
    }
}

//# fault: rows are written to a database
//## share Docs.cs
[Stage]
public int Count(FileSet docs, [FromServices] System.Data.Common.DbConnection connection)
{
    using var command = connection.CreateCommand();
    command.CommandText = "insert into counts values (1)";
    {|MLP3004:command.ExecuteNonQuery()|};
    return docs.Count;
}

//# clean: a source queries, and says what version it has
[Source(Version = nameof(Revision))]
public int Houses([FromServices] System.Data.Common.DbConnection connection)
{
    using var command = connection.CreateCommand();
    command.CommandText = "select count(*) from houses";
    return (int)command.ExecuteScalar()!;
}

private string Revision => "2026-01";

[Stage]
public int Twice(int houses) => houses * 2;

//# clean: an effect writes, in every run
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public void Store(int count, [FromServices] System.Data.Common.DbConnection connection)
{
    using var command = connection.CreateCommand();
    command.CommandText = "insert into counts values (" + count.ToString(CultureInfo.InvariantCulture) + ")";
    command.ExecuteNonQuery();
}

//# clean: a table in memory
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var table = new System.Data.DataTable();
    table.Columns.Add("path");
    foreach (var doc in docs)
    {
        table.Rows.Add(doc.Path);
    }

    return table.Rows.Count;
}

//# fault: a data reader in a helper
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, [FromServices] System.Data.Common.DbDataSource source) => docs.Count + await Orders.Count(source);

//## Orders.cs
public static class Orders
{
    public static async Task<int> Count(System.Data.Common.DbDataSource source)
    {
        await using var connection = await {|MLP3004:source.OpenConnectionAsync()|};
        await using var command = connection.CreateCommand();
        command.CommandText = "select id from orders";
        await using var reader = await {|MLP3004:command.ExecuteReaderAsync()|};
        var count = 0;
        while (await reader.ReadAsync())
        {
            count++;
        }

        return count;
    }
}

//# fault: an ADO.NET reader in an async iterator of an extension member
//## share Docs.cs
[Stage]
public async Task<List<string>> Customers(FileSet docs, [FromServices] System.Data.Common.DbConnection database, CancellationToken token)
{
    var names = new List<string> { docs[0].Path };
    await foreach (var name in database.NamesAsync(token))
    {
        names.Add(name);
    }

    return names;
}

//## DatabaseExtensions.cs
public static class DatabaseExtensions
{
    extension(System.Data.Common.DbConnection connection)
    {
        public async IAsyncEnumerable<string> NamesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select name from customers";
            await using var reader = await {|MLP3004:command.ExecuteReaderAsync(token)|};
            while (await reader.ReadAsync(token))
            {
                yield return reader.GetString(0);
            }
        }
    }
}

//# fault: a unit of work that opens and commits
//## share Docs.cs
[Stage]
public int Store(FileSet docs, [FromServices] Func<System.Data.IDbConnection> connect)
{
    using var connection = connect();
    {|MLP3004:connection.Open()|};
    return docs.Count;
}

//# clean: a repository that keeps rows in memory has the names of a database's
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var repository = new MemoryRepository();
    repository.Open();
    foreach (var doc in docs)
    {
        repository.ExecuteNonQuery(doc.Path);
    }

    repository.Save("docs");
    return repository.Count;
}

//## MemoryRepository.cs
public sealed class MemoryRepository
{
    private readonly Dictionary<string, List<string>> _tables = new(StringComparer.Ordinal);
    private List<string> _rows = [];

    public int Count => _tables.Values.Sum(rows => rows.Count);

    public void Open() => _rows = [];

    public void ExecuteNonQuery(string row) => _rows.Add(row);

    public void Save(string name) => _tables[name] = _rows;
}

//# fault: a command in a transaction of a repository with a generic key
//## share Docs.cs
[Stage]
public int Update(FileSet docs, [FromServices] IRepository<string> repository) => docs.Sum(doc => repository.Save(doc.Path) ? 1 : 0);

//## Repositories.cs
public interface IRepository<TKey>
{
    bool Save(TKey key);
}

public sealed class SqlRepository<TKey>(System.Data.Common.DbDataSource source) : IRepository<TKey>
{
    public bool Save(TKey key)
    {
        using var connection = {|MLP3004:source.OpenConnection()|};
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into keys values (1)";
        return {|MLP3004:command.ExecuteNonQuery()|} == 1;
    }
}

//# fault: a query of a library
//## share Docs.cs
[Stage]
public int Count(FileSet docs, [FromServices] System.Data.Common.DbConnection connection) => docs.Count + {|MLP3004:Dapper.SqlMapper.Query<int>(connection, "select 1")|}.Count();

//# clean: a helper of that library for ordinary sequences
//## share Docs.cs
[Stage]
public List<string> Paths(FileSet docs) => Dapper.SqlMapper.AsList(docs.Select(doc => doc.Path));
