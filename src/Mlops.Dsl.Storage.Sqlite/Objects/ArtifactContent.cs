using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>An artifact of a store on disk, open for reading.</summary>
internal sealed class ArtifactContent(LocalArtifactStore store, Stream content) : IArtifactContent
{
    public Stream Content => content;

    public long Length => content.Length;

    public ContentHash HashInPlace(string path) => store.HashInPlace(path);

    public ContentHash Store(string path) => throw new NotSupportedException("An artifact that is being read refers to no new files.");

    public string GetPath(ContentHash file) => store.GetPath(file);

    public void Dispose() => content.Dispose();
}
