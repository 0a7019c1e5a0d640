using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using SQLitePCL;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Waits for other processes, which a user's signal ends: without that, each of these tests would take a day.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task Opening_a_store_that_is_being_opened()
    {
        await using (Open()) { }

        await using var holder = Lock(_sandbox.StorePath, "open.lock");
        await _stop.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => Open());
    }

    [Fact]
    public async Task Beginning_a_run_while_another_process_collects()
    {
        await using var store = Open();
        await using var holder = Lock(_sandbox.StorePath, "use.lock");
        await _stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => BeginAsync(store));
    }

    [Fact]
    public async Task Writing_while_another_process_keeps_the_database()
    {
        await using var store = Open();
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(_sandbox.StorePath, "store.db"), out var other));
        using (other)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "BEGIN IMMEDIATE"));
            await _stop.CancelAsync();

            await Assert.ThrowsAsync<OperationCanceledException>(() => BeginAsync(store));
        }
    }

    [Theory]
    [InlineData("run")]
    [InlineData("gc")]
    [InlineData("cache", "clear")]
    public async Task A_signal_ends_a_verb_that_waits(params string[] verb)
    {
        using var program = new TestProgram();
        await program.RunAsync("run");
        await using var holder = Lock(program.StorePath, "open.lock");
        using var interruption = new Interruption();
        interruption.Signal();

        var run = await program.RunAsync(verb, interruption);

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal(["cancelled"], run.Errors);
    }

    private IStore Open() =>
        SqliteStore.Open(_sandbox.StorePath, new StoreOptions { BusyTimeout = TimeSpan.FromDays(1), Stop = _stop.Token });

    private static Task<IRunRecorder> BeginAsync(IStore store) => store.Runs.BeginRunAsync(StoreSandbox.NewRun(), CancellationToken.None);

    private static FileStream Lock(string store, string name) =>
        new(Path.Combine(store, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
