using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>A file of an artifact, as the artifact names it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Length">The size in bytes.</param>
/// <param name="Hash">The SHA-256 of the content.</param>
internal sealed record ListedFile(string Path, long Length, ContentHash Hash)
{
    /// <summary>
    /// Reads which files an artifact names, without opening them: those of a source lie outside the store, and may be others by now.
    /// </summary>
    /// <returns>The files; null where the artifact is neither a file nor a set of files.</returns>
    public static async Task<IReadOnlyList<ListedFile>?> ReadAsync(IArtifactStore artifacts, LocatedArtifact artifact)
    {
        var isOne = artifact.Definition?.Schema == Codecs.FileArtifact.Schema;
        if (artifact.IsCollected || (!isOne && artifact.Definition?.Schema != Codecs.FileSet.Schema))
        {
            return null;
        }

        using var content = await artifacts.OpenAsync(artifact.Reference.Hash);
        using var reader = new ArtifactReader(content.Content, content.Length, content);
        var files = new ListedFile[isOne ? 1 : reader.ReadLength(ContentHash.Size)];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = new ListedFile(reader.ReadString(), (long)reader.ReadVarUInt64(), reader.ReadHash());
        }

        reader.EnsureEnd();
        return files;
    }
}
