using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>Keeps artifacts as files below a folder, and small ones in the run store.</summary>
internal sealed class LocalArtifactStore(
    StoreFolder folder,
    ObjectFiles objects,
    IArtifactIndex index,
    InPlaceHasher hasher,
    TemporaryFolder? temporary,
    StoreOptions options
) : IArtifactStore
{
    private const string HowToHeal = "Run the pipeline again with the code and the parameters that made it: then it is computed anew.";

    private readonly SoundnessCheck _soundness = new(index, objects);

    public IArtifactStaging Stage() => new ArtifactStaging(this, new SpillStream(options.InlineLimit, folder, NextPath));

    public async ValueTask<IArtifactContent> OpenAsync(ContentHash artifact, CancellationToken cancellationToken = default)
    {
        if (index.FindInline(artifact) is { } bytes)
        {
            return ContentHash.Of(bytes) == artifact
                ? new ArtifactContent(this, new MemoryStream(bytes, writable: false))
                : throw await RejectAsync(artifact, $"its bytes in '{folder.Database}' have another hash", cancellationToken);
        }

        await EnsureSoundAsync(artifact, cancellationToken);
        return new ArtifactContent(this, objects.OpenRead(artifact));
    }

    public bool Exists(ArtifactReference artifact)
    {
        try
        {
            return _soundness.IsSound(artifact);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, folder.ObjectPath(artifact.Hash));
        }
    }

    public Task HashInPlaceAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken = default) =>
        hasher.HashAsync(paths, cancellationToken);

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
            using (var destination = PrivateFiles.Create(copy))
            {
                hash = FileHasher.Hash(path, destination.Write);
                destination.Flush(flushToDisk: true);
            }

            objects.Adopt(copy, hash);
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
            objects.Adopt(content.Path!, hash);
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
            throw new MissingArtifactException(artifact, $"The artifact {artifact} is not in the store '{folder.Root}'. {HowToHeal}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, path);
        }

        var damage = objects.DescribeDamage(artifact);
        var place = temporary is null ? path : $"now {objects.SetAside(artifact)}";
        throw await RejectAsync(artifact, $"{damage} ({place})", cancellationToken);
    }

    private async Task<CorruptArtifactException> RejectAsync(ContentHash artifact, string damage, CancellationToken cancellationToken)
    {
        await InvalidateAsync(artifact, cancellationToken);
        return new CorruptArtifactException(artifact, $"The artifact {artifact} is damaged: {damage}. {HowToHeal}");
    }

    private Task InvalidateAsync(ContentHash artifact, CancellationToken cancellationToken) =>
        temporary is null ? Task.CompletedTask : index.InvalidateAsync(artifact, cancellationToken);
}
