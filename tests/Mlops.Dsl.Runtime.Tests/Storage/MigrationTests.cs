using System.Diagnostics.CodeAnalysis;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;
using Mlops.Dsl.Storage.Sqlite.Local;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Stores of format 1 in today's program.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    private string Database => Path.Combine(_sandbox.StorePath, "store.db");

    [Fact]
    public async Task Opening_a_store_for_writing_brings_it_to_todays_format()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        await using (var store = _sandbox.Open())
        {
            await CheckWholeAsync(store);
            Assert.Equal(
                ["1 run old-1 published income 1", "2 run old-2 published income 2", "3 run old-2 published area 1"],
                (await store.Registry.GetAuditAsync()).Select(static record =>
                    $"{record.Sequence} {record.Actor} {record.Action} {record.Name} {record.Version}"
                )
            );
            Assert.True((await store.Registry.VerifyAuditAsync()).IsWhole);
            var entry = await ModelRegistryTests.PublishAsync(store, "income", [3], approvals: 2);
            Assert.Equal((3, 2), (entry.Version, entry.MissingApprovals));
        }

        Assert.Equal(2, Sql.Query(Database, "PRAGMA user_version"));
        await using var again = _sandbox.Open();
        Assert.Equal(3, (await again.Registry.ResolveAsync("income", "candidate"))!.Entry.Version);
    }

    [Fact]
    public async Task The_new_format_is_in_the_file_itself_where_older_programs_look()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        await using var store = _sandbox.Open();
        using var header = Connection.Open(Database, OpenMode.Immutable, TimeSpan.Zero);

        Assert.Equal(2, header.QueryInt64("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_store_of_format_1_can_be_read_without_a_change()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        var before = await File.ReadAllBytesAsync(Database);
        await using (var store = _sandbox.Open(readOnly: true))
        {
            await CheckWholeAsync(store);
            Assert.Empty(await store.Registry.GetAuditAsync());
            Assert.True((await store.Registry.VerifyAuditAsync()).IsWhole);
            Assert.Empty(await store.Outbox.GetAsync());
            Assert.Empty(await store.Schedules.GetTicksAsync("tests"));
            Assert.Null(await store.Schedules.GetLastTickAsync("tests"));
            Assert.Empty(await ReadAsync(store));
            Assert.Equal(
                StoreProblem.ReadOnly,
                (
                    await Assert.ThrowsAsync<StoreException>(() => store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "ann"))
                ).Problem
            );
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_reader_that_was_there_before_goes_on_after_the_migration()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        await using var reader = _sandbox.Open(readOnly: true);

        // Nothing of it holds the database open yet.
        await using (var writer = _sandbox.Open())
        {
            await CheckWholeAsync(writer);
        }

        await CheckWholeAsync(reader);
        Assert.Equal(3, (await reader.Registry.GetAuditAsync()).Count);
    }

    [Fact]
    public async Task A_migration_that_ends_half_way_leaves_the_store_as_it_was()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        Sql.Execute(Database, "CREATE TABLE ticks (x)");

        Assert.Equal(StoreProblem.Io, Assert.Throws<StoreException>(() => _sandbox.Open()).Problem);

        Assert.Equal(1, Sql.Query(Database, "PRAGMA user_version"));
        Assert.Equal(0, Sql.Query(Database, "SELECT count(*) FROM sqlite_master WHERE name IN ('aliases', 'audit', 'served', 'outbox')"));
        Sql.Execute(Database, "DROP TABLE ticks");
        await using var store = _sandbox.Open();
        await CheckWholeAsync(store);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [SuppressMessage("Performance", "CA1849", Justification = "The copies are made between two statements.")]
    public async Task A_process_killed_in_the_migration_leaves_a_store_of_the_old_format(bool readOnly)
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        using var copy = new StoreSandbox();
        Directory.CreateDirectory(copy.StorePath);
        using (var dying = Connection.Open(Database, OpenMode.Write, TimeSpan.FromSeconds(5)))
        {
            // With so small a cache, pages go to the file before the commit, as they do in a large store.
            dying.Execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN EXCLUSIVE");
            LifecycleSchema.Migrate(dying);
            dying.Execute("CREATE TABLE filler (x); INSERT INTO filler SELECT zeroblob(3000) FROM sqlite_master");
            foreach (var file in Directory.GetFiles(_sandbox.StorePath, "store.db*"))
            {
                File.Copy(file, Path.Combine(copy.StorePath, Path.GetFileName(file)));
            }
        }

        Assert.True(File.Exists(Path.Combine(copy.StorePath, "store.db-journal")));
        Assert.NotEqual(File.ReadAllBytes(Database), File.ReadAllBytes(Path.Combine(copy.StorePath, "store.db")));
        await using (var store = copy.Open(readOnly))
        {
            await CheckWholeAsync(store);
            Assert.Equal(readOnly ? 0 : 3, (await store.Registry.GetAuditAsync()).Count);
        }

        Assert.Equal(readOnly ? 1 : 2, Sql.Query(Path.Combine(copy.StorePath, "store.db"), "PRAGMA user_version"));
    }

    [Fact]
    public void A_migration_that_fails_ends_its_transaction()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        Sql.Execute(Database, "CREATE TABLE ticks (x)");
        using var connection = Connection.Open(Database, OpenMode.Write, TimeSpan.FromSeconds(5));

        Assert.Throws<StoreException>(() => Schema.Migrate(connection, CancellationToken.None));

        // A transaction inside another one is refused.
        connection.Execute("BEGIN; COMMIT");
        Assert.Equal(1, connection.QueryInt64("PRAGMA user_version"));
        Assert.Equal(0, connection.QueryInt64("SELECT count(*) FROM sqlite_master WHERE name = 'aliases'"));
    }

    [Fact]
    public void A_store_that_a_run_uses_is_not_migrated()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        using var run = FileLock.TryTake(new StoreFolder(_sandbox.StorePath).UseLock, shared: true);

        var exception = Assert.Throws<StoreException>(() => _sandbox.Open());

        Assert.Equal(StoreProblem.Locked, exception.Problem);
        Assert.Contains("has format 1", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, Sql.Query(Database, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_store_that_an_older_program_has_open_is_not_migrated()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);
        using (var other = Connection.Open(Database, OpenMode.Write, TimeSpan.Zero))
        {
            other.QueryInt64("SELECT count(*) FROM runs");

            var exception = Assert.Throws<StoreException>(() =>
                SqliteStore.Open(_sandbox.StorePath, new StoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(200) })
            );
            Assert.Contains("has format 1", exception.Message, StringComparison.Ordinal);
            Assert.Equal(1, other.QueryInt64("PRAGMA user_version"));
        }

        await _sandbox.Open().DisposeAsync();
        Assert.Equal(2, Sql.Query(Database, "PRAGMA user_version"));
    }

    [Fact]
    public async Task Processes_that_open_it_at_once_migrate_it_once()
    {
        StoreOfFormat1.Create(_sandbox.StorePath);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            async (_, _) =>
            {
                await using var store = _sandbox.Open();
                await CheckWholeAsync(store);
            }
        );

        await using var again = _sandbox.Open();
        Assert.Equal(3, (await again.Registry.GetAuditAsync()).Count);
    }

    public void Dispose() => _sandbox.Dispose();

    private static async Task CheckWholeAsync(IStore store)
    {
        var runs = await store.Runs.GetRunsAsync(new RunFilter());
        Assert.Equal(["old-2", "old-1"], runs.Select(static run => run.Id));
        Assert.All(
            runs,
            static run =>
                Assert.Equal((RunStatus.Succeeded, 1, null, null), (run.Status, run.Outcomes.Executed, run.Start.Window, run.Start.Tick))
        );
        var versions = await store.Registry.GetVersionsAsync();
        Assert.Equal(
            ["area 1 0 candidate", "income 2 0 candidate", "income 1 0 "],
            versions.Select(static version =>
                $"{version.Entry.Name} {version.Entry.Version} {version.RequiredApprovals} {string.Join(' ', version.Aliases)}"
            )
        );
        Assert.Equal(2, (await store.Registry.ResolveAsync("income", "candidate"))!.Entry.Version);
        Assert.Equal(3, (await store.Runs.GetPublishedAsync()).Count);
        Assert.Single(await store.Runs.GetResultsAsync("old-1"));
    }

    private static async Task<List<ServedRecord>> ReadAsync(IStore store)
    {
        var records = new List<ServedRecord>();
        await foreach (
            var record in store.Serving.ReadAsync(
                "s",
                "m",
                new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100))
            )
        )
        {
            records.Add(record);
        }

        return records;
    }
}
