namespace Mlops.Dsl.Storage;

/// <summary>A version of a published entry, with what people decided about it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="RequiredApprovals">How many different people must approve before an alias other than <c>candidate</c> may name it; 0 where
/// nobody has to.</param>
/// <param name="Reviews">The latest review of each person, oldest first.</param>
/// <param name="Aliases">The aliases that name it, in ordinal order.</param>
public sealed record ModelVersion(PublishedEntry Entry, int RequiredApprovals, IReadOnlyList<Review> Reviews, IReadOnlyList<string> Aliases)
{
    /// <summary>The alias that every new version gets, and that needs no approval.</summary>
    public const string Candidate = "candidate";

    /// <summary>Whether someone rejected it.</summary>
    public bool IsRejected => Reviews.Any(static review => !review.IsApproval);

    /// <summary>How many approvals are missing.</summary>
    public int MissingApprovals => Math.Max(0, RequiredApprovals - Reviews.Count(static review => review.IsApproval));

    /// <summary>Whether any alias may name it.</summary>
    public bool IsUsable => !IsRejected && MissingApprovals == 0;
}

/// <summary>What a person thinks of a version.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Version">The version.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="IsApproval">Whether the version may be used; false rejects it.</param>
/// <param name="Comment">Why, if that was said.</param>
/// <param name="Time">When.</param>
public sealed record Review(string Name, int Version, string Reviewer, bool IsApproval, string? Comment, DateTimeOffset Time);

/// <summary>Lets an alias name a version.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Alias">The alias: lower-case letters, digits and hyphens, beginning with a letter.</param>
/// <param name="Version">The version; null removes the alias.</param>
public sealed record AliasMove(string Name, string Alias, int? Version);

/// <summary>
/// Something that was done to the registry. Each record holds the hash of the one before, so that none can be changed or left out
/// unnoticed.
/// </summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Time">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What: <c>published</c>, <c>approved</c>, <c>rejected</c>, <c>alias-moved</c>, <c>alias-removed</c>.</param>
/// <param name="Name">The entry's name.</param>
/// <param name="Version">The version.</param>
/// <param name="Detail">The alias, or the comment, and the like, for people.</param>
/// <param name="Hash">SHA-256 over the record before and this one, in hexadecimal.</param>
public sealed record AuditRecord(
    long Sequence,
    DateTimeOffset Time,
    string Actor,
    string Action,
    string Name,
    int? Version,
    string? Detail,
    string Hash
);

/// <summary>What following the chain of audit records found.</summary>
/// <param name="SoundRecords">How many records, from the first, are as they were written.</param>
/// <param name="FirstBroken">The number of the first record that was changed, or that is missing; null where the chain is whole.</param>
/// <param name="Problem">What is wrong with it, for people; null where the chain is whole.</param>
public sealed record AuditCheck(long SoundRecords, long? FirstBroken, string? Problem)
{
    /// <summary>Whether all records are as they were written.</summary>
    public bool IsWhole => FirstBroken is null;
}

/// <summary>The registry refuses what was asked for; the message says why and what to do.</summary>
public sealed class RegistryException : Exception
{
    /// <summary>Refuses.</summary>
    public RegistryException(string message)
        : base(message) { }
}
