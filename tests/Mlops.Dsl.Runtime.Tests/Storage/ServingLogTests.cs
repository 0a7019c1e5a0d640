using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>What services answered, and labels.</summary>
public sealed class ServingLogTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 14, 30, 55, TimeSpan.Zero);
    private static readonly TimeWindow Hour = new(Time, Time.AddHours(1));

    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task An_answers_fields_are_read_back()
    {
        await using var store = _sandbox.Open();
        var record = NewRecord("r1", 0) with { Label = "yes" };
        await store.Serving.RecordAsync(record);

        var read = Assert.Single(await ReadAsync(store, Hour));

        Assert.Equal(record.Input.ToArray(), read.Input.ToArray());
        Assert.Equal(record.Prediction.ToArray(), read.Prediction.ToArray());
        Assert.Equal(record with { Input = default, Prediction = default }, read with { Input = default, Prediction = default });
    }

    [Fact]
    public async Task A_window_is_read_by_time_and_page_by_page()
    {
        await using var store = _sandbox.Open();

        // Many at the same moment, in no order, around the ends of the window.
        var seconds = Enumerable.Range(0, 1500).Select(static i => (i * 7919 % 1500 / 300 * 1200) - 1200).ToArray();
        await Task.WhenAll(seconds.Select((second, i) => store.Serving.RecordAsync(NewRecord($"r{i}", second))));
        await store.Serving.RecordAsync(NewRecord("other service", 1) with { Service = "other" });
        await store.Serving.RecordAsync(NewRecord("other method", 1) with { Method = "Other" });

        var read = await ReadAsync(store, Hour);

        Assert.Equal(
            seconds
                .Select(static (second, i) => (second, Id: $"r{i}"))
                .Where(static one => one.second is >= 0 and < 3600)
                .Select(static one => one.Id)
                .Order(StringComparer.Ordinal),
            read.Select(static record => record.RequestId).Order(StringComparer.Ordinal)
        );
        Assert.Equal(read.Select(static record => record.Time).Order(), read.Select(static record => record.Time));
        Assert.Equal(900, read.Count);
    }

    [Fact]
    public async Task A_window_holds_its_start_and_not_its_end()
    {
        await using var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("start", 0));
        await store.Serving.RecordAsync(NewRecord("end", 3600));

        Assert.Equal("start", Assert.Single(await ReadAsync(store, Hour)).RequestId);
        Assert.Empty(await ReadAsync(store, new TimeWindow(Time.AddTicks(1), Time.AddHours(1))));
        Assert.Single(await ReadAsync(store, new TimeWindow(Time, Time.AddTicks(1))));
        Assert.Empty(await ReadAsync(store, new TimeWindow(Time, Time)));
    }

    [Fact]
    public async Task A_request_id_is_there_once_and_a_second_harms_no_neighbour()
    {
        await using var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("r5", 0));

        var writes = Enumerable.Range(0, 200).Select(i => store.Serving.RecordAsync(NewRecord($"r{i % 190}", i))).ToArray();
        var failures = 0;
        foreach (var write in writes)
        {
            if (await Record.ExceptionAsync(() => write) is { } exception)
            {
                Assert.Contains(Assert.IsType<DuplicateRequestException>(exception).RequestId, exception.Message, StringComparison.Ordinal);
                failures++;
            }
        }

        Assert.Equal(11, failures);
        Assert.Equal(190, (await ReadAsync(store, Hour)).Count);
        Assert.Equal(Time, (await ReadAsync(store, Hour)).Single(static record => record.RequestId == "r5").Time);
    }

    [Fact]
    public async Task A_label_comes_later_and_another_replaces_it()
    {
        await using var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("r1", 0));

        Assert.True(await store.Serving.LabelAsync("income", "r1", "yes"));
        Assert.True(await store.Serving.LabelAsync("income", "r1", "yes"));
        Assert.Equal("yes", Assert.Single(await ReadAsync(store, Hour)).Label);
        Assert.True(await store.Serving.LabelAsync("income", "r1", "no"));
        Assert.Equal("no", Assert.Single(await ReadAsync(store, Hour)).Label);
    }

    [Fact]
    public async Task A_label_of_no_request_or_of_another_services_is_refused()
    {
        await using var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("r1", 0));

        Assert.False(await store.Serving.LabelAsync("income", "r2", "yes"));
        Assert.False(await store.Serving.LabelAsync("other", "r1", "yes"));
        Assert.Null(Assert.Single(await ReadAsync(store, Hour)).Label);
    }

    [Fact]
    public async Task A_window_is_found_by_an_index()
    {
        await using var store = _sandbox.Open();
        await store.Serving.RecordAsync(NewRecord("r1", 0));

        Assert.Equal(
            1,
            Sql.Query(
                Path.Combine(_sandbox.StorePath, "store.db"),
                "SELECT count(*) FROM pragma_index_info('served_by_time') i WHERE i.seqno = 1 AND i.name = 'time'"
            )
        );
    }

    [Fact]
    public async Task Two_processes_record_at_once()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2),
            async (number, cancellation) =>
            {
                await using var store = _sandbox.Open();
                await Task.WhenAll(
                    Enumerable.Range(0, 500).Select(i => store.Serving.RecordAsync(NewRecord($"{number}-{i}", i), cancellation))
                );
                Assert.True(await store.Serving.LabelAsync("income", $"{number}-7", "yes", cancellation));
            }
        );

        await using var reader = _sandbox.Open(readOnly: true);
        var read = await ReadAsync(reader, Hour);
        Assert.Equal((1000, 2), (read.Count, read.Count(static record => record.Label is not null)));
    }

    [Fact]
    public async Task Gc_keeps_it_and_a_reading_store_refuses_to_record()
    {
        await using (var store = _sandbox.Open())
        {
            await store.Serving.RecordAsync(NewRecord("r1", 0));
            await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false);
        }

        await using var reader = _sandbox.Open(readOnly: true);
        Assert.Single(await ReadAsync(reader, Hour));
        Assert.Equal(
            StoreProblem.ReadOnly,
            (await Assert.ThrowsAsync<StoreException>(() => reader.Serving.RecordAsync(NewRecord("r2", 0)))).Problem
        );
        Assert.Equal(
            StoreProblem.ReadOnly,
            (await Assert.ThrowsAsync<StoreException>(() => reader.Serving.LabelAsync("income", "r1", "yes"))).Problem
        );
    }

    public void Dispose() => _sandbox.Dispose();

    internal static ServedRecord NewRecord(string id, int second) =>
        new()
        {
            RequestId = id,
            Service = "income",
            Method = "Score",
            Model = "income-model",
            ModelVersion = 7,
            Time = Time.AddSeconds(second),
            Duration = TimeSpan.FromMicroseconds(123),
            InputSchema = "input v1",
            Input = new byte[] { 1, 2, 3 },
            PredictionSchema = "prediction v1",
            Prediction = Array.Empty<byte>(),
        };

    private static async Task<List<ServedRecord>> ReadAsync(IStore store, TimeWindow window)
    {
        var records = new List<ServedRecord>();
        await foreach (var record in store.Serving.ReadAsync("income", "Score", window))
        {
            records.Add(record);
        }

        return records;
    }
}
