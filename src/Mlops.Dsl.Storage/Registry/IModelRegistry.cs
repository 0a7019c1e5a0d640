namespace Mlops.Dsl.Storage;

/// <summary>
/// What people decided about published entries: aliases, reviews, and the record of both. Safe for concurrent use, also by several
/// processes: every change is one transaction
/// together with its audit record.
/// </summary>
public interface IModelRegistry
{
    /// <summary>The versions of an entry with their reviews and aliases, newest first.</summary>
    /// <param name="name">The entry's name; null for all entries.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<ModelVersion>> GetVersionsAsync(string? name = null, CancellationToken cancellationToken = default);

    /// <summary>The version that an alias names, or null where there is no such alias.</summary>
    ValueTask<ModelVersion?> ResolveAsync(string name, string alias, CancellationToken cancellationToken = default);

    /// <summary>Records what a person thinks of a version. Someone's later review of the same version replaces the earlier one.</summary>
    /// <exception cref="RegistryException">There is no such version.</exception>
    Task<ModelVersion> ReviewAsync(Review review, CancellationToken cancellationToken = default);

    /// <summary>Lets aliases name other versions: all or none.</summary>
    /// <param name="moves">The aliases, each at most once.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <exception cref="RegistryException">A version does not exist, was rejected, or lacks approvals.</exception>
    Task MoveAliasesAsync(IReadOnlyList<AliasMove> moves, string actor, CancellationToken cancellationToken = default);

    /// <summary>What was done, oldest first.</summary>
    /// <param name="name">The entry's name; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<AuditRecord>> GetAuditAsync(string? name = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Follows the chain of all audit records. It can't tell whether records are missing at its end: keep the number and hash of a record
    /// elsewhere for that.
    /// </summary>
    Task<AuditCheck> VerifyAuditAsync(CancellationToken cancellationToken = default);
}
