using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Storage.Objects;

/// <summary>What the artifact store needs of the run store.</summary>
internal interface IArtifactIndex
{
    /// <summary>The bytes of an artifact that the run store holds itself; null for others.</summary>
    byte[]? FindInline(ContentHash artifact);

    /// <summary>The stored files that an artifact names.</summary>
    IReadOnlyList<ContentHash> GetFiles(ContentHash artifact);

    /// <summary>See <see cref="IRunStore.InvalidateAsync"/>.</summary>
    Task<int> InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken);
}
