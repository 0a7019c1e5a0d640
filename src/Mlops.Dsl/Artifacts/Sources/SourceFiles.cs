using System.Globalization;

namespace Mlops.Dsl;

/// <summary>
/// Finds the files of sources: what the generator writes as the body of a partial <see cref="SourceAttribute">[Source]</see> method, and
/// what a user's own source may call. Relative paths start at the current directory. Names are compared exactly, case included, on every
/// system; names with a leading dot are found only by patterns that have the dot; links to files are followed, and links to folders except
/// by <c>**</c>. Files are ordered by path, character by character.
/// </summary>
public static class SourceFiles
{
    /// <summary>Finds the files that a glob describes.</summary>
    /// <param name="pattern">A glob such as <c>data/**/*.csv</c>; the values of interpolated placeholders stand for themselves.</param>
    /// <returns>At least one file, with paths relative to the folder before the first wildcard.</returns>
    /// <exception cref="SourceException">The folder is missing or unreadable, or no file matches.</exception>
    public static FileSet FindFiles(SourcePattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var files = Find(pattern, out var folder);
        return files.Count > 0 ? new FileSet(files) : throw NothingFound(pattern, folder);
    }

    /// <inheritdoc cref="FindFiles(SourcePattern)" />
    public static FileSet FindFiles(string pattern) => FindFiles(SourcePattern.FromText(pattern));

    /// <summary>Finds one file.</summary>
    /// <param name="pattern">A path, or a glob that one file matches.</param>
    /// <returns>The file, with its name as its path.</returns>
    /// <exception cref="SourceException">The file is missing, or the glob matches several.</exception>
    public static FileArtifact FindFile(SourcePattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var files = Find(pattern, out var folder);
        return files.Count switch
        {
            0 => throw NothingFound(pattern, folder),
            1 => new FileArtifact(Path.GetFileName(files[0].Path), files[0].Location, isStored: false),
            _ => throw new SourceException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{files.Count} files match '{pattern}', such as {Examples(files)}; a FileArtifact is one file. Name it exactly, or "
                        + $"return a FileSet."
                )
            ),
        };
    }

    /// <inheritdoc cref="FindFile(SourcePattern)" />
    public static FileArtifact FindFile(string path) => FindFile(SourcePattern.FromText(path));

    /// <summary>
    /// Downloads a file whose content is pinned, or takes it from the cache (<c>MLOPS_CACHE</c>, or the user's cache folder) where its
    /// content is verified again.
    /// </summary>
    /// <param name="uri">An HTTP or HTTPS URI.</param>
    /// <param name="sha256">The SHA-256 of the content, 64 hexadecimal digits.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="SourceException">The server does not give the file, redirects to where it must not, or its content is not the
    /// pinned one or larger than 10 GB.</exception>
    public static Task<FileArtifact> DownloadAsync(Uri uri, string sha256, CancellationToken cancellationToken = default) =>
        DownloadAsync(uri, sha256, Downloader.DefaultMaxBytes, cancellationToken);

    /// <inheritdoc cref="DownloadAsync(Uri, string, CancellationToken)" />
    /// <param name="uri">An HTTP or HTTPS URI.</param>
    /// <param name="sha256">The SHA-256 of the content, 64 hexadecimal digits.</param>
    /// <param name="maxBytes">The largest size in bytes, above 0; a larger content is not downloaded.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    public static Task<FileArtifact> DownloadAsync(Uri uri, string sha256, long maxBytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (maxBytes <= 0)
        {
            throw new SourceException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MaxBytes of the source {Downloader.Show(uri)} must be above 0, but is {maxBytes}."
                )
            );
        }

        return new DownloadCache(DownloadCache.DefaultFolder).GetAsync(uri, sha256, cancellationToken, maxBytes);
    }

    /// <inheritdoc cref="DownloadAsync(Uri, string, CancellationToken)" />
    public static Task<FileArtifact> DownloadAsync(string uri, string sha256, CancellationToken cancellationToken = default) =>
        DownloadAsync(uri, sha256, Downloader.DefaultMaxBytes, cancellationToken);

    /// <inheritdoc cref="DownloadAsync(Uri, string, long, CancellationToken)" />
    public static Task<FileArtifact> DownloadAsync(
        string uri,
        string sha256,
        long maxBytes,
        CancellationToken cancellationToken = default
    ) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            ? DownloadAsync(parsed, sha256, maxBytes, cancellationToken)
            : throw new SourceException($"'{uri}' is no URI. Give one such as https://example.org/data.csv.");

    private static IReadOnlyList<FileArtifact> Find(SourcePattern pattern, out string folder)
    {
        folder = ".";
        try
        {
            var finder = new FileFinder(pattern);
            folder = finder.Folder;
            return finder.Find();
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new SourceException(MissingFolder(pattern, folder), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SourceException($"The files of '{pattern}' can't be listed: {exception.Message}", exception);
        }
    }

    private static SourceException NothingFound(SourcePattern pattern, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new SourceException(MissingFolder(pattern, folder));
        }

        var location = Path.GetFullPath(pattern.ToString());
        var name = pattern.ToString().TrimEnd('/');
        return new SourceException(
            Directory.Exists(location)
                ? $"'{location}' is a folder. Name its files: '{name}/*' for those in it, '{name}/**' for those below it too."
                : $"No file matches '{pattern}' in the folder '{folder}'. Names are compared exactly, upper and lower case included."
        );
    }

    private static string MissingFolder(SourcePattern pattern, string folder) =>
        $"The folder '{folder}' does not exist, which '{pattern}' is to be found in."
        + (
            Path.IsPathRooted(pattern.ToString())
                ? ""
                : $" Relative paths start at the current directory, '{Environment.CurrentDirectory}'."
        );

    private static string Examples(IReadOnlyList<FileArtifact> files) =>
        string.Join(" and ", files.Select(static file => $"'{file.Path}'").Order(StringComparer.Ordinal).Take(2));
}
