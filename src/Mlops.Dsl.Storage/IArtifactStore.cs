using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>Keeps the bytes of artifacts under the SHA-256 of their content. An artifact is there whole or not at all.</summary>
public interface IArtifactStore
{
    /// <summary>Starts an artifact: write its bytes, then complete it.</summary>
    IArtifactStaging Stage();

    /// <summary>
    /// Opens an artifact after its bytes have been checked against its hash (once per process for bytes that lie in files).
    /// </summary>
    /// <exception cref="MissingArtifactException">The store has no such artifact (any more).</exception>
    /// <exception cref="CorruptArtifactException">The bytes have another hash. They have been set aside, so that the artifact can be
    /// computed again.</exception>
    ValueTask<IArtifactContent> OpenAsync(ContentHash artifact, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells whether an artifact, all files that it refers to and all artifacts that it consists of are there undamaged. A file is read
    /// only where its state is another than when it
    /// was stored or read last.
    /// </summary>
    /// <exception cref="StoreException">A file is there and can't be read.</exception>
    bool Exists(ArtifactReference artifact);

    /// <summary>
    /// Hashes files where they are, several at a time, so that <see cref="IArtifactFiles.HashInPlace"/> of them is a look-up afterwards.
    /// </summary>
    /// <exception cref="IOException">A file is missing or unreadable; the message names it.</exception>
    Task HashInPlaceAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken = default);
}
