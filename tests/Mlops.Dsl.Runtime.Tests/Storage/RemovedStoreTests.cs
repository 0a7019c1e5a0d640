using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>A store whose folder goes while it is open: SQLite would go on writing to a file that nobody finds again.</summary>
public sealed class RemovedStoreTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    public RemovedStoreTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps files that are open.");

    private string Aside => Path.Combine(_sandbox.Root, "aside");

    [Fact]
    public async Task What_is_removed_is_neither_written_nor_read()
    {
        var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("before"));
        Directory.Delete(_sandbox.StorePath, recursive: true);

        await AssertGoneAsync(store, "was removed or moved");
        await AssertGoneAsync(() => store.DisposeAsync().AsTask(), "was removed or moved");
        Assert.False(Directory.Exists(_sandbox.StorePath));
    }

    [Fact]
    public async Task Another_store_in_its_place_is_left_alone()
    {
        var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("before"));
        Directory.Move(_sandbox.StorePath, Aside);
        await using (var other = _sandbox.Open())
        {
            await other.Serving.RecordAsync(NewRecord("other"));
        }

        await AssertGoneAsync(store, "was replaced by another");
        await AssertGoneAsync(() => store.DisposeAsync().AsTask(), "was replaced by another");

        Assert.Equal(["other"], await ReadAsync());
    }

    [Fact]
    public async Task A_store_that_is_replaced_before_its_first_record_is_noticed_too()
    {
        var store = _sandbox.Open();
        Directory.Move(_sandbox.StorePath, Aside);
        await _sandbox.Open().DisposeAsync();

        await AssertGoneAsync(store, "was replaced by another");
        await AssertGoneAsync(() => store.DisposeAsync().AsTask(), "was replaced by another");
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task What_is_put_back_is_used_again_and_has_all_that_was_acknowledged()
    {
        await using (var store = _sandbox.Open())
        {
            await store.Serving.RecordAsync(NewRecord("before"));
            Directory.Move(_sandbox.StorePath, Aside);
            await AssertGoneAsync(store, "was removed or moved");
            Directory.Move(Aside, _sandbox.StorePath);

            await store.Serving.ProbeAsync();
            await store.Serving.RecordAsync(NewRecord("after"));
        }

        Assert.Equal(["before", "after"], await ReadAsync());
    }

    [Fact]
    public async Task None_of_those_that_record_at_once_is_told_that_it_did()
    {
        await using (var store = _sandbox.Open())
        {
            await store.Serving.RecordAsync(NewRecord("before"));
            Directory.Move(_sandbox.StorePath, Aside);
            foreach (var write in Enumerable.Range(0, 100).Select(i => store.Serving.RecordAsync(NewRecord($"r{i}"))).ToArray())
            {
                await AssertGoneAsync(() => write, "was removed or moved");
            }

            Directory.Move(Aside, _sandbox.StorePath);
        }

        Assert.Equal(["before"], await ReadAsync());
    }

    [Fact]
    public async Task A_run_commits_nothing_and_ends()
    {
        var store = _sandbox.Open();
        var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1"));
        Directory.Delete(_sandbox.StorePath, recursive: true);

        var pending = await run.CommitAsync(StoreSandbox.NewExecution("Stage"));
        await AssertGoneAsync(() => pending.Durable, "was removed or moved");
        await run.DisposeAsync();
        await AssertGoneAsync(() => store.DisposeAsync().AsTask(), "was removed or moved");
    }

    [Fact]
    public async Task A_probe_leaves_no_trace()
    {
        var database = Path.Combine(_sandbox.StorePath, "store.db");
        await using var store = _sandbox.Open();
        await store.Serving.ProbeAsync();
        var version = Sql.Query(database, "PRAGMA user_version");
        var pages = Sql.Query(database, "PRAGMA page_count");

        await store.Serving.ProbeAsync();

        Assert.Equal((2, pages), (version, Sql.Query(database, "PRAGMA page_count")));
        Assert.Equal(0, Sql.Query(database, "SELECT count(*) FROM served"));
    }

    public void Dispose() => _sandbox.Dispose();

    private async Task AssertGoneAsync(IStore store, string how)
    {
        await AssertGoneAsync(() => store.Serving.RecordAsync(NewRecord("lost")), how);
        await AssertGoneAsync(() => store.Serving.LabelAsync("income", "before", "yes"), how);
        await AssertGoneAsync(() => store.Serving.ProbeAsync(), how);
        await AssertGoneAsync(() => store.Registry.MoveAliasesAsync([], "ann"), how);
        await AssertGoneAsync(() => store.Registry.GetVersionsAsync(), how);
        await AssertGoneAsync(() => store.Runs.GetRunsAsync(new RunFilter()), how);
        await AssertGoneAsync(() => store.Outbox.TakeAsync(1, TimeSpan.FromSeconds(1)), how);
        await AssertGoneAsync(() => store.Schedules.GetTicksAsync("watch", 1), how);
    }

    private async Task AssertGoneAsync(Func<Task> action, string how)
    {
        var exception = await Assert.ThrowsAsync<StoreException>(action);
        Assert.Equal(StoreProblem.Removed, exception.Problem);
        Assert.Equal(
            $"The store at '{_sandbox.StorePath}' {how} while this program had it open, so that nothing can be recorded in it any more. "
                + "Put it back, or start the program anew.",
            exception.Message
        );
    }

    private async Task<List<string>> ReadAsync()
    {
        await using var store = _sandbox.Open(readOnly: true);
        var records = new List<string>();
        var always = new TimeWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
        await foreach (var record in store.Serving.ReadAsync("income", "Score", always))
        {
            records.Add(record.RequestId);
        }

        return records;
    }

    private static ServedRecord NewRecord(string id) =>
        new()
        {
            RequestId = id,
            Service = "income",
            Method = "Score",
            Model = "income",
            ModelVersion = 1,
            Time = new DateTimeOffset(2026, 11, 21, 14, 30, 55, TimeSpan.Zero),
            Duration = TimeSpan.FromMicroseconds(123),
            InputSchema = "input v1",
            Input = new byte[] { 1 },
            PredictionSchema = "prediction v1",
            Prediction = new byte[] { 2 },
        };
}
