using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>Downloaded files, named by the SHA-256 that they have to have. What is there is whole: files arrive under another name and are renamed.</summary>
internal sealed class DownloadCache(string folder)
{
    /// <summary><c>MLOPS_CACHE</c>, or a folder of ours in the user's cache folder.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("MLOPS_CACHE") is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "mlops-dsl")
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "mlops-dsl", "cache")
        : OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches", "mlops-dsl")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mlops-dsl");

    /// <summary>The file with the pinned content, downloaded if it is not there or damaged.</summary>
    public async Task<FileArtifact> GetAsync(Uri uri, string sha256, CancellationToken cancellationToken)
    {
        if (!ContentHash.TryParse(sha256, out var pinned))
        {
            throw new SourceException($"'{sha256}' is no SHA-256, which the source {Downloader.Show(uri)} is pinned by: 64 hexadecimal digits are expected.");
        }

        var location = Path.Combine(folder, pinned.ToString());
        try
        {
            if (!await HoldsAsync(location, pinned, cancellationToken))
            {
                await FetchAsync(uri, pinned, location, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The download cache '{folder}' can't be used: {exception.Message} Name another folder in MLOPS_CACHE.", exception);
        }

        var name = Path.GetFileName(Uri.UnescapeDataString(uri.AbsolutePath));
        return new FileArtifact(name.Length > 0 ? name : uri.Host, location, isStored: false);
    }

    private static async Task<bool> HoldsAsync(string location, ContentHash pinned, CancellationToken cancellationToken)
    {
        // Something else than a file there, which reading could wait for or follow, is as good as a damaged one: the download takes its place.
        if (FileStatus.Find(location) is not { Kind: FileKind.File })
        {
            return false;
        }

        await using var content = File.OpenRead(location);
        return new ContentHash(await SHA256.HashDataAsync(content, cancellationToken)) == pinned;
    }

    private async Task FetchAsync(Uri uri, ContentHash pinned, string location, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var partial = Path.Combine(folder, $"{pinned}.{Guid.NewGuid():N}.part");
        try
        {
            var found = await Downloader.DownloadAsync(uri, partial, cancellationToken);
            if (found != pinned)
            {
                throw new SourceException(
                    $"The content of {Downloader.Show(uri)} is not the pinned one: its SHA-256 is {found}, but {pinned} is expected. " +
                    "If the new content is what you want, change the pin.");
            }

            File.Move(partial, location, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
