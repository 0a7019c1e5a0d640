using System.Collections.Concurrent;
using System.Globalization;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Reads artifacts from a store, and writes new ones into a folder instead.</summary>
internal sealed class FolderArtifactStore(IArtifactStore store, string folder) : IArtifactStore
{
    private readonly ConcurrentDictionary<ContentHash, string> _paths = new();
    private int _last;

    /// <summary>The store.</summary>
    public IArtifactStore Store => store;

    /// <summary>The path of something written here.</summary>
    public string PathOf(ContentHash content) => _paths[content];

    /// <summary>The path of something written here, if it was.</summary>
    public string? FindPath(ContentHash content) => _paths.GetValueOrDefault(content);

    /// <summary>Notes where something is.</summary>
    public void Add(ContentHash content, string path) => _paths.TryAdd(content, path);

    /// <summary>A path that no other file has.</summary>
    public string NextPath() => Path.Combine(folder, Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture));

    public IArtifactStaging Stage() => new FolderStaging(this, store.Stage());

    public async ValueTask<IArtifactContent> OpenAsync(ContentHash artifact, CancellationToken cancellationToken = default) =>
        FindPath(artifact) is { } path
            ? new FolderContent(Stage(), File.OpenRead(path))
            : new PlacedContent(await store.OpenAsync(artifact, cancellationToken), this);

    public bool Exists(ArtifactReference artifact) => FindPath(artifact.Hash) is not null || store.Exists(artifact);

    public Task HashInPlaceAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken = default) =>
        store.HashInPlaceAsync(paths, cancellationToken);
}
