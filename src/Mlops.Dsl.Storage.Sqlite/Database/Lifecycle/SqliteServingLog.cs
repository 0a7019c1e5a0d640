using System.Runtime.CompilerServices;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Keeps what services answered in the store's database.</summary>
internal sealed class SqliteServingLog(ReaderPool readers, Func<WriteQueue> queue, TimeProvider clock) : IServingLog
{
    public async Task RecordAsync(ServedRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!await queue().WriteAsync(writer => writer.Served.Write(record), cancellationToken))
        {
            throw new DuplicateRequestException(record.RequestId);
        }
    }

    public Task<bool> LabelAsync(string service, string requestId, string label, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(requestId);
        ArgumentNullException.ThrowIfNull(label);
        return queue().WriteAsync(writer => writer.Served.Label(service, requestId, label, clock.GetUtcNow()), cancellationToken);
    }

    public Task ProbeAsync(CancellationToken cancellationToken = default) =>
        queue()
            .WriteAsync(
                static writer =>
                {
                    Schema.Probe(writer.Connection);
                    return true;
                },
                cancellationToken
            )
            .WaitAsync(cancellationToken);

    public async IAsyncEnumerable<ServedRecord> ReadAsync(
        string service,
        string method,
        TimeWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var place = ServedQueries.Before(window);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = place;
            var (page, last) = readers.Read(connection => ServedQueries.Read(connection, service, method, after, window));
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var record in page)
            {
                yield return record;
            }

            place = last;

            // A reader that is slower than the disk leaves its thread to others in between.
            await Task.Yield();
        }
    }
}
