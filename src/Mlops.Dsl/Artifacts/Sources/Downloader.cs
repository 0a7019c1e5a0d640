using System.Globalization;
using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>Downloads over HTTP and hashes on the way.</summary>
internal static class Downloader
{
    private const int BufferSize = 128 * 1024;

    // A server that sends nothing for so long is taken for gone; a slow one may take as long as it needs.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) }) { Timeout = LongestSilence };

    /// <summary>The URI for messages: without user name, query and fragment, which may hold secrets.</summary>
    public static string Show(Uri uri) => uri.IsAbsoluteUri ? $"'{uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}'" : $"'{uri}'";

    /// <summary>Writes the content to a file.</summary>
    /// <returns>The content's hash.</returns>
    public static async Task<ContentHash> DownloadAsync(Uri uri, string location, CancellationToken cancellationToken)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new SourceException($"{Show(uri)} is no HTTP or HTTPS URI. Give a path or a glob for local files.");
        }

        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            using var response = await Client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new SourceException(string.Create(
                    CultureInfo.InvariantCulture, $"The server does not give {Show(uri)}: it answers {(int)response.StatusCode} {response.ReasonPhrase}."));
            }

            return await CopyAsync(response, location, silence);
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

    private static async Task<ContentHash> CopyAsync(HttpResponseMessage response, string location, CancellationTokenSource silence)
    {
        await using var content = await response.Content.ReadAsStreamAsync(silence.Token);
        await using var file = new FileStream(location, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        while (true)
        {
            silence.CancelAfter(LongestSilence);
            var count = await content.ReadAsync(buffer, silence.Token);
            if (count == 0)
            {
                // On disk before the rename: a power cut must not leave a file under its final name that is not whole.
                file.Flush(flushToDisk: true);
                return new ContentHash(hash.GetHashAndReset());
            }

            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), silence.Token);
        }
    }
}
