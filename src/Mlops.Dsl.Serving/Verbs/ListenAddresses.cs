using System.Globalization;
using System.Net;
using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Serving;

/// <summary>Reads where to listen off the command line.</summary>
internal static class ListenAddresses
{
    /// <summary>The addresses.</summary>
    /// <param name="urls">What <c>--urls</c> names.</param>
    /// <param name="port">What <c>--port</c> names.</param>
    /// <param name="defaultPort">The port where neither is given.</param>
    /// <param name="allowRemote">Whether other machines may reach them.</param>
    /// <exception cref="VerbException">One is no address, or other machines would reach it and may not.</exception>
    public static IReadOnlyList<IPEndPoint> Read(IReadOnlyList<string> urls, int? port, int defaultPort, bool allowRemote)
    {
        if (urls.Count == 0)
        {
            return [new IPEndPoint(IPAddress.Loopback, port ?? defaultPort)];
        }

        if (port is not null)
        {
            throw new VerbException("--port and --urls exclude each other: a URL has a port of its own");
        }

        var addresses = urls.SelectMany(static list =>
                list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            .Select(Parse)
            .ToList();
        return addresses.Find(static address => !IPAddress.IsLoopback(address.Address)) is { } remote && !allowRemote
            ? throw new VerbException(
                $"other machines could reach {remote}, and there is no authentication yet",
                "Listen at 127.0.0.1, or add --allow-remote where something else decides who gets through."
            )
            : addresses;
    }

    private static IPEndPoint Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            throw new VerbException(
                $"--urls must be addresses such as http://127.0.0.1:8080, but is '{url}'",
                "HTTPS is the business of what stands before the service."
            );
        }

        var host = uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" : uri.Host.Trim('[', ']');
        return IPAddress.TryParse(host, out var address)
            ? new IPEndPoint(address, uri.Port)
            : throw new VerbException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--urls must name IP addresses or localhost, but is '{url}': 0.0.0.0 stands for all of this machine's"
                )
            );
    }
}
