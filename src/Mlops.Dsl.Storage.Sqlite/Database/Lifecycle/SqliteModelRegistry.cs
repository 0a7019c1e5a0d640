using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>Keeps the registry in the store's database.</summary>
internal sealed class SqliteModelRegistry(ReaderPool readers, Func<WriteQueue> queue, TimeProvider clock) : IModelRegistry
{
    public Task<IReadOnlyList<ModelVersion>> GetVersionsAsync(string? name = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ModelVersion>>(readers.Snapshot(connection => RegistryQueries.Read(connection, name)));

    public ValueTask<ModelVersion?> ResolveAsync(string name, string alias, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(alias);
        return ValueTask.FromResult(
            readers.Snapshot(connection =>
                RegistryQueries.FindAlias(connection, name, alias) is { } version
                && RegistryQueries.Read(connection, name, version) is [var found]
                    ? found
                    : null
            )
        );
    }

    public Task<ModelVersion> ReviewAsync(Review review, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return queue().WriteAsync(writer => RegistryWriter.Review(writer.Connection, review, clock.GetUtcNow()), cancellationToken);
    }

    public Task MoveAliasesAsync(IReadOnlyList<AliasMove> moves, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentNullException.ThrowIfNull(actor);
        AliasMove[] all = [.. moves];
        return queue()
            .WriteAsync(
                writer =>
                {
                    RegistryWriter.Move(writer.Connection, all, actor, clock.GetUtcNow());
                    return true;
                },
                cancellationToken
            );
    }

    public Task<IReadOnlyList<AuditRecord>> GetAuditAsync(string? name = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<AuditRecord>>(readers.Read(connection => AuditLog.Read(connection, name)));

    public Task<AuditCheck> VerifyAuditAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(readers.Read(AuditLog.Verify));
}
