using System.Net;

namespace Mlops.Dsl.Serving;

/// <summary>Where a server listens, and what it takes.</summary>
public sealed record ServiceServerOptions
{
    /// <summary>Where it listens: a port 0 takes any free one. Default: port 8080 of this machine alone.</summary>
    public IReadOnlyList<IPEndPoint> Addresses { get; init; } = [new(IPAddress.Loopback, 8080)];

    /// <summary>How many bytes a body may have. Default: 1 MiB.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a server that stops waits for requests to finish. Default: 30 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Takes a line for each request that fails by no fault of the client; not where its record could not be kept, which the host tells
    /// once. Called from several threads.
    /// </summary>
    public Action<string> Log { get; init; } = static _ => { };
}
