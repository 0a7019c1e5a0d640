using System.Collections.Concurrent;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Keeps effects in the store's database.</summary>
internal sealed class SqliteOutbox(ReaderPool readers, Func<WriteQueue> queue, TimeProvider clock) : IOutbox
{
    // Which attempt of an effect this process made: one whose lease is over says nothing any more about an effect that another process took
    // since.
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<OutboxRecord>> TakeAsync(int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        TakeAsync(limit, lease, [], cancellationToken);

    public async Task<IReadOnlyList<OutboxRecord>> TakeAsync(
        int limit,
        TimeSpan lease,
        IReadOnlyCollection<string> except,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(except);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var writes = queue();

        // A look costs no transaction: most of the time there is nothing.
        if (!readers.Read(connection => OutboxQueries.HasPending(connection, except)))
        {
            return [];
        }

        var taken = await writes.WriteAsync(
            writer => OutboxWriter.Take(writer.Connection, limit, lease, except, clock.GetUtcNow()),
            cancellationToken
        );
        taken.ForEach(effect => _taken[effect.Id] = effect.Attempts);
        return taken;
    }

    public Task<bool> KeepAsync(string id, TimeSpan lease, string? result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        int? attempt = _taken.TryGetValue(id, out var known) ? known : null;
        return queue()
            .WriteAsync(writer => OutboxWriter.Keep(writer.Connection, id, attempt, clock.GetUtcNow() + lease, result), cancellationToken);
    }

    public async Task CompleteAsync(string id, string? result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        await WriteAsync(writer => OutboxWriter.Complete(writer.Connection, id, result), cancellationToken);
        _taken.TryRemove(id, out _);
    }

    public async Task FailAsync(string id, string error, DateTimeOffset? tryAgain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(error);
        int? attempt = _taken.TryGetValue(id, out var known) ? known : null;
        await WriteAsync(writer => OutboxWriter.Fail(writer.Connection, id, attempt, error, tryAgain), cancellationToken);
        _taken.TryRemove(id, out _);
    }

    public Task<bool> RetryAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return queue().WriteAsync(writer => OutboxWriter.Retry(writer.Connection, id, clock.GetUtcNow()), cancellationToken);
    }

    public Task<IReadOnlyList<OutboxRecord>> GetPendingAsync(string kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Task.FromResult<IReadOnlyList<OutboxRecord>>(readers.Read(connection => OutboxQueries.ReadPending(connection, kind)));
    }

    public Task<IReadOnlyList<OutboxRecord>> GetAsync(int limit = 100, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<OutboxRecord>>(readers.Read(connection => OutboxQueries.Read(connection, limit)));

    private Task<bool> WriteAsync(Action<StoreWriter> write, CancellationToken cancellationToken) =>
        queue()
            .WriteAsync(
                writer =>
                {
                    write(writer);
                    return true;
                },
                cancellationToken
            );
}
