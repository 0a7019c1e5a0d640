using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// Stores whose database has flipped bits, is cut, or is somebody's: each verb does its work or says in one line that the store is damaged.
/// </summary>
public sealed class DamagedStoreTests : IDisposable
{
    private const int PageSize = 4096;

    private static readonly string[][] Verbs =
    [
        ["run"],
        ["explain"],
        ["runs"],
        ["show", "latest", "--logs"],
        ["artifact", "show", "Parse", "--json"],
        ["artifact", "lineage", "Parse"],
        ["artifact", "list"],
        ["diff", "latest", "latest~1"],
        ["gc", "--dry-run"],
        ["cache", "status"],
        ["resume"],
    ];

    private readonly TestProgram _program = new();

    private string Database => Path.Combine(_program.StorePath, "store.db");

    public void Dispose() => _program.Dispose();

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Flipped_bits_never_become_an_internal_error()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run", "--seed", "7");
        var sound = Read();
        foreach (var round in Sweep.Seeds(200))
        {
            var random = new Random(round);
            var damaged = Flip(sound, random, round % 3 == 0 ? 100 : 5);
            foreach (var verb in random.GetItems(Verbs, 3))
            {
                Write(damaged);
                Check(await _program.RunAsync(verb), $"round {round}, {string.Join(' ', verb)}");
            }
        }

        Write(sound);
        Assert.StartsWith("nothing to do", (await _program.RunAsync("run", "--seed", "7")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.01)]
    public async Task A_database_that_is_cut_short_is_told_by_every_verb(double share)
    {
        await _program.RunAsync("run");
        var sound = Read();
        var cut = sound[..(int)(sound.Length * share)];
        foreach (var verb in Verbs)
        {
            Write(cut);
            var run = await _program.RunAsync(verb);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("is damaged", Assert.Single(run.Errors), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_in_the_way_of_the_store_is_named()
    {
        var file = Path.Combine(_program.FolderPath, "file");
        await File.WriteAllTextAsync(file, "text", TestContext.Current.CancellationToken);
        using var below = new TestProgram(TestPipeline.Define()) { OtherStore = Path.Combine(file, "a", "store") };

        var run = await below.RunAsync("run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"is no store: '{file}' is a file", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static void Check(ProgramRun run, string what)
    {
        Assert.True(run.ExitCode is 0 or 1 or 2 or 3, $"{what}: {run.ExitCode}");
        Assert.False(run.Error.Contains("internal error", StringComparison.Ordinal), $"{what}: {run.Error}");
        Assert.True(run.Errors.Count <= 1, $"{what}: {run.Error}");
    }

    private static byte[] Flip(byte[] sound, Random random, int count)
    {
        var damaged = (byte[])sound.Clone();
        var used = Enumerable.Range(PageSize, damaged.Length - PageSize).Where(i => damaged[i] != 0).ToArray();
        foreach (var position in random.GetItems(used, count))
        {
            damaged[position] ^= (byte)(1 << random.Next(8));
        }

        return damaged;
    }

    /// <summary>The database as one file: what its log holds comes first into it.</summary>
    private byte[] Read()
    {
        SQLitePCL.Batteries_V2.Init();
        Assert.Equal(SQLitePCL.raw.SQLITE_OK, SQLitePCL.raw.sqlite3_open(Database, out var connection));
        using (connection)
        {
            Assert.Equal(SQLitePCL.raw.SQLITE_OK, SQLitePCL.raw.sqlite3_exec(connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
        }

        return File.ReadAllBytes(Database);
    }

    private void Write(byte[] database)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(Database + suffix);
        }

        File.WriteAllBytes(Database, database);
    }
}
