using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Mlops.Dsl;

/// <summary>
/// The connections of one download. The first goes wherever the pipeline says; a server that redirects can send it farther out, but not
/// farther in: from the internet not into a private network, and from neither to this machine. What counts is the address that is connected
/// to, not the name. No other download shares the connections.
/// </summary>
internal sealed class DownloadRoute : IDisposable
{
    private static readonly HttpRequestOptionsKey<bool> IsProxied = new("mlops.proxied");

    private readonly HttpMessageInvoker _invoker;
    private AddressReach? _first;

    public DownloadRoute()
    {
        _invoker = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(30),
                ConnectCallback = ConnectAsync,
            }
        );
    }

    /// <summary>Asks for a URI.</summary>
    /// <exception cref="SourceException">A server sent it where it must not lead.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (!HttpClient.DefaultProxy.IsBypassed(uri) && HttpClient.DefaultProxy.GetProxy(uri) is not null)
        {
            request.Options.Set(IsProxied, true);
            await CheckProxiedAsync(uri, cancellationToken);
        }

        try
        {
            return await _invoker.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is SourceException refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
            throw;
        }
    }

    public void Dispose() => _invoker.Dispose();

    /// <summary>A proxy connects by itself. Where its idea of a name is ours, too, it is checked all the same.</summary>
    private async Task CheckProxiedAsync(Uri uri, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(uri.IdnHost, cancellationToken);
        }
        catch (SocketException)
        {
            // Only the proxy knows the name.
            _first ??= AddressReach.Public;
            return;
        }

        _first ??= addresses.Max(AddressReaches.Of);
        if (addresses.Any(address => AddressReaches.Of(address) > _first))
        {
            throw Refuse(uri);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var uri = context.InitialRequestMessage.RequestUri!;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (context.InitialRequestMessage.Options.TryGetValue(IsProxied, out _))
        {
            // The proxy's own address, which the user chose.
            return await ConnectAsync(addresses, port, cancellationToken);
        }

        if (_first is { } first)
        {
            addresses = [.. addresses.Where(address => AddressReaches.Of(address) <= first)];
            return addresses.Length == 0 ? throw Refuse(uri) : await ConnectAsync(addresses, port, cancellationToken);
        }

        var stream = await ConnectAsync(addresses, port, cancellationToken);
        _first = AddressReaches.Of(((IPEndPoint)stream.Socket.RemoteEndPoint!).Address);
        return stream;
    }

    private static async ValueTask<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SourceException Refuse(Uri uri) =>
        new(
            $"The download was redirected to {Downloader.Show(uri)}, an address inside, where no server outside may send it. Name the "
                + $"final URI itself, if that is where the data is."
        );
}
