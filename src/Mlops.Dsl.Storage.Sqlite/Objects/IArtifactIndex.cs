using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>What the artifact store needs of the run store.</summary>
internal interface IArtifactIndex
{
    /// <summary>The bytes of an artifact that the run store holds itself; null for others.</summary>
    byte[]? FindInline(ContentHash artifact);

    /// <summary>What the run store has of an artifact; null where it does not know it.</summary>
    ArtifactState? Inspect(ContentHash artifact);

    /// <summary>See <see cref="IRunStore.InvalidateAsync"/>.</summary>
    Task<int> InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken);
}
