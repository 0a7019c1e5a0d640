using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mlops.Dsl.Tests.Artifacts;

/// <summary>A server on an address of this machine that answers each path with what the test says, byte by byte.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener _listener;
    private int _requests;

    /// <summary>Listens on an address; on the loopback address where none is given.</summary>
    public TestServer(IPAddress? address = null)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public ConcurrentDictionary<string, string> Responses { get; } = new();

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>An address of this machine that others can reach; null where it has none.</summary>
    public static IPAddress? FindOuterAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            // Sends nothing: it only has the system choose an address.
            socket.Connect(IPAddress.Parse("192.0.2.1"), 9);
        }
        catch (SocketException)
        {
            return null;
        }

        return socket.LocalEndPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address) ? address : null;
    }

    public Uri UriOf(string path, string? host = null) =>
        new(
            $"http://{host ?? ((IPEndPoint)_listener.LocalEndpoint).Address.ToString()}:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}"
        );

    /// <summary>An answer that sends the client elsewhere.</summary>
    public static string RedirectTo(string location, int status = 302) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );

    /// <summary>An answer with a content.</summary>
    public static string Give(string content) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n{content}"
        );

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            Interlocked.Increment(ref _requests);
            await using var stream = client.GetStream();
            var buffer = new byte[4096];
            var count = await stream.ReadAsync(buffer);
            var path = Encoding.ASCII.GetString(buffer, 0, count).Split(' ') is [_, var first, ..] ? first : "";
            var response = Responses.GetValueOrDefault(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(response));
        }
    }
}
