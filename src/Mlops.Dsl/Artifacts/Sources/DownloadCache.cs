using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>
/// Downloaded files, named by the SHA-256 that they have to have. What is there is whole: files arrive under another name and are renamed.
/// What is no file of its own, such as a link or a pipe, is nothing that a download left there: it is neither followed nor read.
/// </summary>
internal sealed class DownloadCache(string folder)
{
    private const string PartialExtension = ".part";

    /// <summary><c>MLOPS_CACHE</c>, or a folder of ours in the user's cache folder.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("MLOPS_CACHE") is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "mlops-dsl")
        : OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "mlops-dsl", "cache")
        : OperatingSystem.IsMacOS()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches", "mlops-dsl")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mlops-dsl");

    /// <summary>The file with the pinned content, downloaded if it is not there or damaged.</summary>
    public async Task<FileArtifact> GetAsync(
        Uri uri,
        string sha256,
        CancellationToken cancellationToken,
        long maxBytes = Downloader.DefaultMaxBytes
    )
    {
        if (!ContentHash.TryParse(sha256, out var pinned))
        {
            throw new SourceException(
                $"'{sha256}' is no SHA-256, which the source {Downloader.Show(uri)} is pinned by: 64 hexadecimal digits are expected."
            );
        }

        var location = Path.Combine(folder, pinned.ToString());
        try
        {
            if (!await HoldsAsync(location, pinned, cancellationToken))
            {
                await FetchAsync(uri, pinned, location, maxBytes, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(
                $"The download cache '{folder}' can't be used: {exception.Message} Name another folder in MLOPS_CACHE.",
                exception
            );
        }

        return new FileArtifact(DownloadName.Of(uri), location, isStored: false);
    }

    private static async Task<bool> HoldsAsync(string location, ContentHash pinned, CancellationToken cancellationToken)
    {
        // Something else than a file there, which reading could wait for or follow, is as good as a damaged one: the download takes its
        // place.
        if (!IsFile(location))
        {
            return false;
        }

        await using var content = File.OpenRead(location);
        return new ContentHash(await SHA256.HashDataAsync(content, cancellationToken)) == pinned;
    }

    private async Task FetchAsync(Uri uri, ContentHash pinned, string location, long maxBytes, CancellationToken cancellationToken)
    {
        CreateFolder();
        Sweep();
        var partial = Path.Combine(folder, $"{pinned}.{Guid.NewGuid():N}{PartialExtension}");
        try
        {
            // Held until it is whole: another process that sweeps takes it for left behind otherwise.
            await using (var file = new FileStream(partial, PartialOptions()))
            {
                if (await Downloader.DownloadAsync(uri, file, maxBytes, cancellationToken) != pinned)
                {
                    // Its hash would tell something of content that the pipeline may have no business with.
                    throw new SourceException(
                        $"The content of {Downloader.Show(uri)} is not the pinned one: {pinned} is expected as its SHA-256. "
                            + "If the new content is what you want, download it, look at it, and change the pin."
                    );
                }
            }

            File.Move(partial, location, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool IsFile(string path) => FileStatus.Find(path) is { Kind: FileKind.File };

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions PartialOptions()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Removes what killed downloads left.</summary>
    private void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"*{PartialExtension}"))
        {
            try
            {
                if (IsFile(path))
                {
                    // Fails while a download holds it.
                    using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete);
                    File.Delete(path);
                }
                else
                {
                    File.Delete(path);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                System.Diagnostics.Trace.TraceInformation($"'{path}' is kept: {exception.Message}");
            }
        }
    }
}
