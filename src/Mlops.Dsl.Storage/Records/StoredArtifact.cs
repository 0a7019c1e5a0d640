using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>An artifact's identity and size.</summary>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Length">The size in bytes, without the files that it refers to.</param>
/// <param name="IsInline">Whether its bytes are part of the run store rather than a file: they are there whenever their execution
/// is.</param>
/// <param name="HasFiles">Whether it refers to stored files.</param>
public readonly record struct ArtifactReference(ContentHash Hash, long Length, bool IsInline, bool HasFiles);

/// <summary>A completed artifact, to be committed with the execution that made it.</summary>
/// <param name="Reference">Its identity and size.</param>
/// <param name="Inline">The bytes, where they are few; they become durable with the commit.</param>
/// <param name="Files">The stored files that it names.</param>
/// <param name="References">The artifacts that it names: the elements of a collected list, say.</param>
public sealed record StoredArtifact(
    ArtifactReference Reference,
    ReadOnlyMemory<byte> Inline,
    IReadOnlyList<ContentHash> Files,
    IReadOnlyList<ContentHash> References
)
{
    /// <summary>The SHA-256 of the bytes.</summary>
    public ContentHash Hash => Reference.Hash;
}
