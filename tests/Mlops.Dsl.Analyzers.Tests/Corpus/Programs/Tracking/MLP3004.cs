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
