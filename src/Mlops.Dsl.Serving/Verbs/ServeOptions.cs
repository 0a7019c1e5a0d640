using System.Net;
using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Serving;

/// <summary>What a command line says of serving: <c>serve</c> and <c>up</c> take the same options.</summary>
internal static class ServeOptions
{
    private const int DefaultPort = 8080;
    private const int LongestPoll = 3600;
    private const int LargestBody = 1024 * 1024 * 1024;

    private static readonly VerbOption Port = new(
        "--port",
        "The port to listen at, on this machine alone; 0 takes any free one. Default: 8080"
    )
    {
        ValueName = "number",
    };
    private static readonly VerbOption Urls = new(
        "--urls",
        "Addresses to listen at instead, such as http://0.0.0.0:8080; others than this machine's own need --allow-remote"
    )
    {
        ValueName = "url",
        IsRepeatable = true,
    };

    private static readonly VerbOption AllowRemote = new(
        "--allow-remote",
        "Listen where other machines can reach it. There is no authentication yet: put it behind something that has"
    );
    private static readonly VerbOption Poll = new("--poll", "How often to look whether an alias has moved, in seconds. Default: 1")
    {
        ValueName = "seconds",
    };
    private static readonly VerbOption MaxBody = new("--max-body", "How many bytes a request may have. Default: 1048576")
    {
        ValueName = "bytes",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<VerbOption> All { get; } = [Port, Urls, AllowRemote, Poll, MaxBody];

    /// <summary>Reads them.</summary>
    /// <param name="verb">What the verb was given.</param>
    /// <param name="say">Prints a line for the person who watches; safe for concurrent use.</param>
    /// <exception cref="VerbException">One is not what it must be.</exception>
    public static (ServiceHostOptions Host, ServiceServerOptions Server) Read(VerbContext verb, Action<string> say)
    {
        var host = new ServiceHostOptions
        {
            CommandName = verb.CommandName,
            PollInterval = TimeSpan.FromSeconds(verb.GetInt32(Poll, 1, LongestPoll) ?? 1),
            Log = say,
        };
        var server = new ServiceServerOptions
        {
            Addresses = ListenAddresses.Read(
                verb.GetValues(Urls),
                verb.GetInt32(Port, 0, IPEndPoint.MaxPort),
                DefaultPort,
                verb.IsSet(AllowRemote)
            ),
            Log = verb.WriteWarning,
        };
        return verb.GetInt32(MaxBody, 1, LargestBody) is { } bytes ? (host, server with { MaxBodyBytes = bytes }) : (host, server);
    }
}
