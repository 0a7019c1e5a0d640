using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Local;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>
/// A transaction that fails takes everything back, also what its writer remembers of it; and those that shared it get a verdict of their
/// own.
/// </summary>
public sealed class RollbackTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task What_was_taken_back_is_written_anew_by_the_next()
    {
        await (_sandbox.Open()).DisposeAsync();
        var parts = new KeyParts
        {
            Fingerprint = ContentHash.Of("code"u8),
            Parameters = [new("Seed", "42")],
            RuntimeVersion = "10",
        };
        var execution = StoreSandbox.NewExecution("New", "key") with { Parts = parts };
        RunContext? run = null;
        using (var writer = Connect())
        {
            WriteOperation[] operations =
            [
                new WriteOperation<bool>(writer =>
                    (run = writer.Runs.Begin(StoreSandbox.NewRun("run1") with { PipelineType = "New.Pipeline" })) is not null
                ),
                new WriteOperation<long>(writer => writer.Executions.Write(run!, execution, SharedSettings.Of(parts))),
                new WriteOperation<bool>(writer =>
                {
                    writer.Runs.Write(run!, new StageResult(0, "New", StageOutcome.Executed) { Execution = 1 });
                    return true;
                }),
            ];
            Assert.Throws<TimeoutException>(() =>
                writer.Transact([.. operations, new WriteOperation<bool>(static _ => throw new TimeoutException())])
            );
            writer.Transact(operations);
        }

        await using var store = _sandbox.Open(readOnly: true);
        var record = Assert.Single(await store.Runs.GetExecutionsAsync(new ExecutionFilter { RunId = "run1" }));
        Assert.Equal(("New", "New.Pipeline", "10"), (record.Stage, record.PipelineType, record.Parts.RuntimeVersion));
        Assert.Equal(parts.Parameters, record.Parts.Parameters);
        Assert.Equal(parts.Fingerprint, record.Parts.Fingerprint);
        Assert.Equal("New", Assert.Single(await store.Runs.GetResultsAsync("run1")).Stage);
    }

    [Fact]
    public async Task What_a_service_answered_is_filed_under_its_own_model_after_another_was_taken_back()
    {
        await (_sandbox.Open()).DisposeAsync();
        var first = ServingLogTests.NewRecord("first", 0);
        var other = ServingLogTests.NewRecord("other", 1) with { Service = "other", Method = "Other", Model = "other-model" };
        using (var writer = Connect())
        {
            Assert.Throws<TimeoutException>(() =>
                writer.Transact([Answer(first), new WriteOperation<bool>(static _ => throw new TimeoutException())])
            );

            // Those that come first now get the numbers that were taken back.
            writer.Transact([Answer(other)]);
            writer.Transact([Answer(first)]);
        }

        await using var store = _sandbox.Open(readOnly: true);
        var window = new TimeWindow(first.Time, other.Time.AddSeconds(1));
        foreach (var record in (ServedRecord[])[first, other])
        {
            var read = Assert.Single(await store.Serving.ReadAsync(record.Service, record.Method, window).ToListAsync());
            Assert.Equal((record.RequestId, record.Model), (read.RequestId, read.Model));
        }
    }

    [Fact]
    public async Task One_write_that_fails_takes_none_of_its_neighbours_with_it()
    {
        await (_sandbox.Open()).DisposeAsync();
        using var isFull = new ManualResetEventSlim();
        await using var queue = new WriteQueue(Connect);

        // While the first one holds the writer's thread, the others pile up into one transaction.
        var first = queue.WriteAsync(
            writer =>
            {
                isFull.Wait();
                return Begin(writer, "run0");
            },
            CancellationToken.None
        );
        var writes = Enumerable
            .Range(1, 9)
            .Select(i =>
                queue.WriteAsync(
                    writer =>
                    {
                        var run = Begin(writer, $"run{i}");
                        return i % 4 == 2 ? throw new TimeoutException($"no {i}") : run;
                    },
                    CancellationToken.None
                )
            )
            .ToArray();
        isFull.Set();
        await first;
        for (var i = 1; i <= writes.Length; i++)
        {
            var exception = await Record.ExceptionAsync(() => writes[i - 1]);
            Assert.Equal(i % 4 == 2 ? $"no {i}" : null, exception?.Message);
        }

        await using var store = _sandbox.Open(readOnly: true);
        Assert.Equal(
            ["run0", "run1", "run3", "run4", "run5", "run7", "run8", "run9"],
            (await store.Runs.GetRunsAsync(new RunFilter())).Select(static run => run.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_accepted_is_written_before_the_queue_ends()
    {
        await (_sandbox.Open()).DisposeAsync();
        var queue = new WriteQueue(Connect);
        var writes = Enumerable
            .Range(0, 50)
            .Select(i => queue.WriteAsync(writer => Begin(writer, $"run{i}"), CancellationToken.None))
            .ToArray();
        await queue.DisposeAsync();

        await Task.WhenAll(writes);
        await using var store = _sandbox.Open(readOnly: true);
        Assert.Equal(50, (await store.Runs.GetRunsAsync(new RunFilter())).Count);
    }

    [Fact]
    public async Task Without_a_database_every_write_fails_and_the_next_tries_again()
    {
        await (_sandbox.Open()).DisposeAsync();
        var attempts = 0;
        await using var queue = new WriteQueue(() => ++attempts == 1 ? throw new TimeoutException("not yet") : Connect());

        await Assert.ThrowsAsync<TimeoutException>(() => queue.WriteAsync(static writer => Begin(writer, "run1"), CancellationToken.None));
        await queue.WriteAsync(static writer => Begin(writer, "run2"), CancellationToken.None);
        await queue.WriteAsync(static writer => Begin(writer, "run3"), CancellationToken.None);

        Assert.Equal(2, attempts);
    }

    private static WriteOperation<bool> Answer(ServedRecord record) => new(writer => writer.Served.Write(record));

    private static bool Begin(StoreWriter writer, string run) => writer.Runs.Begin(StoreSandbox.NewRun(run)) is not null;

    private StoreWriter Connect()
    {
        var path = Path.Combine(_sandbox.StorePath, "store.db");
        var connection = Connection.Open(path, OpenMode.Write, TimeSpan.FromSeconds(5));
        return new StoreWriter(connection, new DatabaseFile(path), CancellationToken.None);
    }
}
