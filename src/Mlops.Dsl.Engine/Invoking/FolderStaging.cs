using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>An artifact on its way into a folder, hashed when it is complete.</summary>
/// <param name="artifacts">The folder.</param>
/// <param name="files">Knows the files that the store has.</param>
internal sealed class FolderStaging(FolderArtifactStore artifacts, IArtifactStaging files) : IArtifactStaging
{
    private readonly List<ContentHash> _files = [];
    private FileStream? _content;

    public Stream Content =>
        _content ??= new FileStream(artifacts.NextPath(), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);

    public ContentHash HashInPlace(string path) => files.HashInPlace(path);

    /// <summary>The file stays where it is: the store takes it from there.</summary>
    public ContentHash Store(string path)
    {
        var hash = files.HashInPlace(path);
        artifacts.Add(hash, Path.GetFullPath(path));
        _files.Add(hash);
        return hash;
    }

    public string GetPath(ContentHash content) => artifacts.FindPath(content) ?? files.GetPath(content);

    public void AddReference(ContentHash artifact) =>
        throw new NotSupportedException("A collected list is made by the run, not by one of its stages.");

    public async ValueTask<StoredArtifact> CompleteAsync(CancellationToken cancellationToken = default)
    {
        var (path, length) = (((FileStream)Content).Name, Content.Length);
        await Content.DisposeAsync();
        var hash = files.HashInPlace(path);
        artifacts.Add(hash, path);
        var reference = new ArtifactReference(hash, length, IsInline: false, _files.Count > 0);
        return new StoredArtifact(reference, ReadOnlyMemory<byte>.Empty, _files, []);
    }

    public void Dispose()
    {
        _content?.Dispose();
        files.Dispose();
    }
}

/// <summary>An artifact in a folder, open for reading.</summary>
internal sealed class FolderContent(IArtifactStaging files, FileStream content) : IArtifactContent
{
    public Stream Content => content;

    public long Length => content.Length;

    public ContentHash HashInPlace(string path) => files.HashInPlace(path);

    public ContentHash Store(string path) => throw new NotSupportedException("An artifact that is being read refers to no new files.");

    public string GetPath(ContentHash file) => files.GetPath(file);

    public void Dispose()
    {
        content.Dispose();
        files.Dispose();
    }
}

/// <summary>An artifact of the store whose files may be elsewhere.</summary>
internal sealed class PlacedContent(IArtifactContent content, FolderArtifactStore artifacts) : IArtifactContent
{
    public Stream Content => content.Content;

    public long Length => content.Length;

    public ContentHash HashInPlace(string path) => content.HashInPlace(path);

    public ContentHash Store(string path) => content.Store(path);

    public string GetPath(ContentHash file) => artifacts.FindPath(file) ?? content.GetPath(file);

    public void Dispose() => content.Dispose();
}
