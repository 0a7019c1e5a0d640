using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>An artifact on its way into a store on disk.</summary>
internal sealed class ArtifactStaging(LocalArtifactStore store, SpillStream content) : IArtifactStaging
{
    private readonly List<ContentHash> _files = [];
    private readonly List<ContentHash> _references = [];
    private bool _completed;

    public Stream Content => content;

    public ContentHash HashInPlace(string path) => store.HashInPlace(path);

    public ContentHash Store(string path)
    {
        var hash = store.StoreFile(path);
        _files.Add(hash);
        return hash;
    }

    public string GetPath(ContentHash file) => store.GetPath(file);

    public void AddReference(ContentHash artifact) => _references.Add(artifact);

    public ValueTask<StoredArtifact> CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_completed)
        {
            throw new InvalidOperationException("The artifact is complete already.");
        }

        var isInline = content.Path is null;
        var inline = content.ToArray();
        var hash = isInline ? ContentHash.Of(inline) : store.Complete(content);
        _completed = true;
        var reference = new ArtifactReference(hash, content.Length, isInline, _files.Count > 0);
        return ValueTask.FromResult(new StoredArtifact(reference, inline, _files, _references));
    }

    public void Dispose()
    {
        var path = content.Path;
        content.Dispose();
        if (path is not null && !_completed)
        {
            File.Delete(path);
        }
    }
}
