using System.Globalization;
using System.Net;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Serving;

/// <summary><c>serve</c>: answers requests with the models that aliases name, until it is told to stop.</summary>
internal static class ServeVerb
{
    private const int DefaultPort = 8080;
    private const int LongestPoll = 3600;
    private const int LargestBody = 1024 * 1024 * 1024;

    private static readonly VerbOption Port = new("--port", "The port to listen at, on this machine alone; 0 takes any free one. Default: 8080") { ValueName = "number" };
    private static readonly VerbOption Urls = new("--urls", "Addresses to listen at instead, such as http://0.0.0.0:8080; others than this machine's own need --allow-remote")
    {
        ValueName = "url", IsRepeatable = true,
    };

    private static readonly VerbOption AllowRemote = new("--allow-remote", "Listen where other machines can reach it. There is no authentication yet: put it behind something that has");
    private static readonly VerbOption Poll = new("--poll", "How often to look whether an alias has moved, in seconds. Default: 1") { ValueName = "seconds" };
    private static readonly VerbOption MaxBody = new("--max-body", "How many bytes a request may have. Default: 1048576") { ValueName = "bytes" };

    /// <summary>The verb.</summary>
    public static VerbDefinition Definition { get; } = new("serve", "Answer requests with published models", RunAsync)
    {
        Remarks = "Serves the [Service] classes of this program by HTTP: POST /<service>/<method> takes a row as JSON, /openapi.json describes it, /health/ready tells which models answer. "
            + "When an alias moves, the service follows without losing a request. Each answer is recorded in the store before it is given.",
        Options = [Port, Urls, AllowRemote, Poll, MaxBody],
        Examples = [new("", "on http://127.0.0.1:8080"), new("--port 0", "on any free port, which is printed"), new("--urls http://0.0.0.0:8080 --allow-remote", "for other machines as well")],
    };

    private static async Task<int> RunAsync(VerbContext verb)
    {
        var services = ServiceCatalog.Services;
        var addresses = ListenAddresses.Read(verb.GetValues(Urls), verb.GetInt32(Port, 0, IPEndPoint.MaxPort), DefaultPort, verb.IsSet(AllowRemote));
        var hostOptions = new ServiceHostOptions
        {
            CommandName = verb.CommandName,
            PollInterval = TimeSpan.FromSeconds(verb.GetInt32(Poll, 1, LongestPoll) ?? 1),
            Log = line => Print(verb, line),
        };
        var serverOptions = new ServiceServerOptions { Addresses = addresses, Log = verb.WriteWarning };
        if (verb.GetInt32(MaxBody, 1, LargestBody) is { } bytes)
        {
            serverOptions = serverOptions with { MaxBodyBytes = bytes };
        }

        await using var store = verb.OpenStore();
        await ServeAsync(verb, store, services, hostOptions, serverOptions).ConfigureAwait(false);
        Print(verb, "stopped");
        return 0;
    }

    private static async Task ServeAsync(VerbContext verb, IStore store, IReadOnlyList<ServiceDefinition> services, ServiceHostOptions hostOptions, ServiceServerOptions serverOptions)
    {
        await using var host = await ServiceHost.StartAsync(store, services, hostOptions, verb.Cancellation).ConfigureAwait(false);
        await using var server = await ServiceServer.StartAsync(host, serverOptions, verb.Cancellation).ConfigureAwait(false);
        if (serverOptions.Addresses.Any(static address => !IPAddress.IsLoopback(address.Address)))
        {
            verb.WriteWarning("other machines can reach this service, and there is no authentication yet: whoever reaches it is answered");
        }

        Print(verb, $"serving {string.Join(", ", services.Select(static service => service.Name))} on {string.Join(", ", server.Addresses.Select(static address => address.ToString().TrimEnd('/')))}");
        await Task.Delay(Timeout.Infinite, verb.Cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Print(verb, "stopping: requests that came are answered first");
        await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static void Print(VerbContext verb, string line)
    {
        verb.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}"));
        verb.Out.Flush();
    }
}
