using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>An artifact that the store has already: what is said of it stays, and is mended where it is damaged.</summary>
public sealed class KnownArtifactTests : IDisposable
{
    private static readonly byte[] Inline = StoreSandbox.RandomBytes(100);
    private static readonly byte[] Spilled = StoreSandbox.RandomBytes(50_000);

    private readonly StoreSandbox _sandbox = new();

    private string Database => Path.Combine(_sandbox.StorePath, "store.db");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_right_is_not_written_again(bool isInline)
    {
        await CommitAsync("run1", isInline);
        await CommitAsync("run2", isInline);

        // The first row of two: written again, it would be the third.
        Assert.Equal(2, Sql.Query(Database, "SELECT count(*) FROM artifacts"));
        Assert.Equal(2, Sql.Query(Database, "SELECT max(rowid) FROM artifacts"));
    }

    [Theory]
    [InlineData(true, "length = length + 1")]
    [InlineData(true, "content = zeroblob(length)")]
    [InlineData(true, "content = NULL")]
    [InlineData(true, "files = zeroblob(32)")]
    [InlineData(true, "elements = zeroblob(32)")]
    [InlineData(false, "length = length + 1")]
    [InlineData(false, "content = zeroblob(length)")]
    [InlineData(false, "files = zeroblob(32)")]
    [InlineData(false, "elements = zeroblob(32)")]
    public async Task What_is_damaged_is_written_again(bool isInline, string damage)
    {
        await CommitAsync("run1", isInline);
        Sql.Execute(Database, $"CREATE TABLE before AS SELECT hash, length, content, files, elements FROM artifacts; UPDATE artifacts SET {damage}");

        await CommitAsync("run2", isInline);

        Assert.Equal(2, Sql.Query(Database, "SELECT count(*) FROM (SELECT * FROM before INTERSECT SELECT hash, length, content, files, elements FROM artifacts)"));
    }

    private async Task CommitAsync(string run, bool isInline)
    {
        var content = isInline ? Inline : Spilled;
        await using var store = _sandbox.Open();
        await StoreSandbox.CommitAsync(store, run + "a", "First", run, content);
        await StoreSandbox.CommitAsync(store, run + "b", "Second", run, [.. content, 1]);
    }

    public void Dispose() => _sandbox.Dispose();
}
