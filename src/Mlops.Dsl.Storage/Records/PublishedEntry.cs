namespace Mlops.Dsl.Storage;

/// <summary>A named, versioned entry that a <see cref="PublishAttribute"/> stage left in the store.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="TypeName">Its C# type.</param>
/// <param name="Schema">Its codec's schema.</param>
/// <param name="RunId">The run that published it first.</param>
/// <param name="Execution">The execution that made it.</param>
/// <param name="Published">When it was published.</param>
/// <param name="IsUnchanged">Whether the request found this entry with the same content rather than made it. False when read.</param>
public sealed record PublishedEntry(
    string Name,
    int Version,
    ArtifactReference Artifact,
    string TypeName,
    string Schema,
    string RunId,
    long Execution,
    DateTimeOffset Published,
    bool IsUnchanged
)
{
    /// <summary>
    /// How many approvals it lacked when the run published it or found it unchanged: no alias but <c>candidate</c> may name it as long as
    /// one is missing. 0 when read.
    /// </summary>
    public int MissingApprovals { get; init; }
}
