using Mlops.Dsl.Storage;

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

    [Fact]
    public async Task What_names_others_and_is_right_is_not_written_again()
    {
        await using var store = _sandbox.Open();
        var element = await StoreSandbox.CommitAsync(store, "run1", "First", "key1", Inline);
        for (var run = 2; run <= 3; run++)
        {
            await using var recorder = await store.Runs.BeginRunAsync(StoreSandbox.NewRun($"run{run}"));
            using var staging = store.Artifacts.Stage();
            staging.Content.Write([1, 2, 3]);
            staging.AddReference(element.Hash);
            var pending = await recorder.CommitAsync(StoreSandbox.NewExecution("Second", $"key{run}", await staging.CompleteAsync()));
            await pending.Durable;
        }

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
        Sql.Execute(
            Database,
            $"CREATE TABLE before AS SELECT hash, length, content, files, elements FROM artifacts; UPDATE artifacts SET {damage}"
        );

        await CommitAsync("run2", isInline);

        Assert.Equal(
            2,
            Sql.Query(
                Database,
                "SELECT count(*) FROM (SELECT * FROM before INTERSECT SELECT hash, length, content, files, elements FROM artifacts)"
            )
        );
    }

    [Fact]
    public async Task What_was_read_ahead_is_forgotten_with_its_artifact()
    {
        await using var store = _sandbox.Open();
        var artifact = await StoreSandbox.CommitAsync(store, "run1", "First", "key", Inline);
        await store.Runs.PrefetchAsync(StoreSandbox.PipelineType);
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));

        Assert.Equal(1, await store.Runs.InvalidateAsync(artifact.Hash));
        Assert.Equal(0, await store.Runs.InvalidateAsync(artifact.Hash));

        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
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
