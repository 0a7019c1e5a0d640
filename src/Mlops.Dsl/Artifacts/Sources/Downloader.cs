using System.Globalization;
using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>Downloads over HTTP and hashes on the way.</summary>
internal static class Downloader
{
    /// <summary>What is downloaded at most, in bytes, where the source does not say.</summary>
    public const long DefaultMaxBytes = 10_000_000_000;

    private const int BufferSize = 128 * 1024;
    private const int MostRedirects = 10;

    // A server that sends nothing for so long is taken for gone; a slow one may take as long as it needs.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    /// <summary>The URI for messages: without user name, query and fragment, which may hold secrets.</summary>
    public static string Show(Uri uri) =>
        uri.IsAbsoluteUri ? $"'{uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}'" : $"'{uri}'";

    /// <summary>Writes the content to a file.</summary>
    /// <returns>The content's hash.</returns>
    public static async Task<ContentHash> DownloadAsync(Uri uri, FileStream file, long maxBytes, CancellationToken cancellationToken)
    {
        if (!IsHttp(uri))
        {
            throw new SourceException($"{Show(uri)} is no HTTP or HTTPS URI. Give a path or a glob for local files.");
        }

        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(LongestSilence);
        try
        {
            using var route = new DownloadRoute();
            using var response = await FollowAsync(route, uri, silence);
            if (!response.IsSuccessStatusCode)
            {
                throw new SourceException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The server does not give {Show(uri)}: it answers {(int)response.StatusCode} {response.ReasonPhrase}."
                    )
                );
            }

            return response.Content.Headers.ContentLength > maxBytes
                ? throw TooLarge(uri, maxBytes)
                : await CopyAsync(uri, response, file, maxBytes, silence);
        }
        catch (HttpRequestException exception)
        {
            throw new SourceException($"{Show(uri)} can't be downloaded: {exception.Message}", exception);
        }
        catch (HttpIOException exception)
        {
            throw new SourceException($"The download of {Show(uri)} broke off: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException($"The server of {Show(uri)} sent nothing for {LongestSilence.TotalSeconds:0} seconds.", exception);
        }
    }

    private static bool IsHttp(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static async Task<HttpResponseMessage> FollowAsync(DownloadRoute route, Uri uri, CancellationTokenSource silence)
    {
        var next = uri;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var response = await route.GetAsync(next, silence.Token);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            silence.CancelAfter(LongestSilence);
            var target = new Uri(next, location);
            if (!IsHttp(target) || (next.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps))
            {
                throw new SourceException(
                    $"The download of {Show(uri)} was redirected to {Show(target)}, which is no {next.Scheme.ToUpperInvariant()} URI."
                );
            }

            next = target;
        }

        throw new SourceException(
            string.Create(CultureInfo.InvariantCulture, $"The download of {Show(uri)} was redirected more than {MostRedirects} times.")
        );
    }

    private static async Task<ContentHash> CopyAsync(
        Uri uri,
        HttpResponseMessage response,
        FileStream file,
        long maxBytes,
        CancellationTokenSource silence
    )
    {
        await using var content = await response.Content.ReadAsStreamAsync(silence.Token);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (var total = 0L; ; )
        {
            silence.CancelAfter(LongestSilence);
            var count = await content.ReadAsync(buffer, silence.Token);
            if (count == 0)
            {
                // On disk before the rename: a power cut must not leave a file under its final name that is not whole.
                file.Flush(flushToDisk: true);
                return new ContentHash(hash.GetHashAndReset());
            }

            total += count;
            if (total > maxBytes)
            {
                throw TooLarge(uri, maxBytes);
            }

            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), silence.Token);
        }
    }

    private static SourceException TooLarge(Uri uri, long maxBytes) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The content of {Show(uri)} is larger than {maxBytes:#,0} bytes. If it is to be, raise MaxBytes of the source."
            )
        );
}
