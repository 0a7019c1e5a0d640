using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>
/// An artifact that is being written. Give it to the <see cref="ArtifactWriter"/> both as the stream (<see cref="Content"/>) and as the
/// files: it notes the files that the artifact refers to. Disposing it without completing it leaves nothing behind. Not safe for concurrent
/// use.
/// </summary>
public interface IArtifactStaging : IArtifactFiles, IDisposable
{
    /// <summary>Takes the artifact's bytes; hashes them on the way, keeps few in memory and more in a temporary file.</summary>
    Stream Content { get; }

    /// <summary>
    /// Notes that the artifact refers to another one, which then is kept as long as this one is: the elements of a collected list, say.
    /// </summary>
    void AddReference(ContentHash artifact);

    /// <summary>Makes the bytes durable, unless they are so few that they travel with the execution's commit.</summary>
    /// <exception cref="StoreException">The store can't take them: a full disk, say.</exception>
    ValueTask<StoredArtifact> CompleteAsync(CancellationToken cancellationToken = default);
}
