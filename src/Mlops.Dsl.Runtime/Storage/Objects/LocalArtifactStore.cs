using Mlops.Dsl.Runtime.Storage.Local;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Storage.Objects;

/// <summary>Keeps artifacts as files below a folder, and small ones in the run store.</summary>
internal sealed class LocalArtifactStore(
    StoreFolder folder, ObjectFiles objects, IArtifactIndex index, InPlaceHasher hasher, TemporaryFolder? temporary, StoreOptions options) : IArtifactStore
{
    private static readonly FileStreamOptions Reading = new() { Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan };

    public IArtifactStaging Stage() => new ArtifactStaging(this, new SpillStream(options.InlineLimit, folder, NextPath));

    public async ValueTask<IArtifactContent> OpenAsync(ContentHash artifact, CancellationToken cancellationToken = default)
    {
        if (index.FindInline(artifact) is { } bytes)
        {
            return ContentHash.Of(bytes) == artifact
                ? new ArtifactContent(this, new MemoryStream(bytes, writable: false))
                : throw await RejectAsync(artifact, folder.Database, cancellationToken);
        }

        await EnsureSoundAsync(artifact, cancellationToken);
        return new ArtifactContent(this, new FileStream(folder.ObjectPath(artifact), Reading));
    }

    public bool Exists(ArtifactReference artifact) =>
        (artifact.IsInline || objects.FindLength(artifact.Hash) == artifact.Length)
        && (!artifact.HasFiles || index.GetFiles(artifact.Hash).All(file => objects.FindLength(file) is not null));

    public Task HashInPlaceAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken = default) => hasher.HashAsync(paths, cancellationToken);

    public ContentHash HashInPlace(string path) => hasher.Hash(path);

    /// <summary>The path of an object whose bytes have been checked.</summary>
    public string GetPath(ContentHash file)
    {
        EnsureSoundAsync(file, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return folder.ObjectPath(file);
    }

    /// <summary>Copies a file into the store.</summary>
    public ContentHash StoreFile(string path)
    {
        // A file that can't be read is not the store's failure, so it is reported as it is.
        using var source = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var copy = NextPath();
        try
        {
            ContentHash hash;
            long length;
            using (var destination = new FileStream(copy, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 }))
            {
                hash = FileHasher.Hash(path, destination.Write);
                destination.Flush(flushToDisk: true);
                length = destination.Length;
            }

            objects.Adopt(copy, hash, length);
            return hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(copy);
            throw StoreErrors.Explain(exception, folder.Root, path);
        }
    }

    /// <summary>Makes a spilled artifact durable.</summary>
    public ContentHash Complete(SpillStream content)
    {
        try
        {
            var hash = content.Finish();
            objects.Adopt(content.Path!, hash, content.Length);
            return hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, content.Path!);
        }
    }

    private string NextPath() => temporary?.NextPath() ?? throw StoreErrors.ReadOnly(folder.Root, "it was opened for reading");

    private async ValueTask EnsureSoundAsync(ContentHash artifact, CancellationToken cancellationToken)
    {
        var path = folder.ObjectPath(artifact);
        try
        {
            if (objects.Verify(artifact))
            {
                return;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            if (Permissions.FindUnreadable(path) is { } unreadable)
            {
                throw StoreErrors.Unreadable(folder.Root, unreadable, exception);
            }

            await InvalidateAsync(artifact, cancellationToken);
            throw new MissingArtifactException(artifact, $"The artifact {artifact} is not in the store '{folder.Root}'. Run the pipeline again: what needs it is computed anew.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, path);
        }

        throw await RejectAsync(artifact, temporary is null ? path : objects.SetAside(artifact), cancellationToken);
    }

    private async Task<CorruptArtifactException> RejectAsync(ContentHash artifact, string place, CancellationToken cancellationToken)
    {
        await InvalidateAsync(artifact, cancellationToken);
        return new CorruptArtifactException(
            artifact, $"The artifact {artifact} is damaged: its bytes in '{place}' have another hash. Run the pipeline again: what needs it is computed anew.");
    }

    private Task InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken) =>
        temporary is null ? Task.CompletedTask : index.InvalidateAsync(artifact, cancellationToken);
}
