using System.Net;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>
/// <c>serve</c>: answers requests with the models that aliases name, until it is told to stop. <c>up</c> does the same beside other things.
/// </summary>
internal static class ServeVerb
{
    /// <summary>The verb.</summary>
    public static VerbDefinition Definition { get; } =
        new("serve", "Answer requests with published models", RunAsync)
        {
            Remarks =
                "Serves the [Service] classes of this program by HTTP: POST /<service>/<method> takes a row as JSON, /openapi.json "
                + "describes it, /health/ready tells which models answer. When an alias moves, the service follows without losing a "
                + "request. Each answer is recorded in the store before it is given.",
            Options = ServeOptions.All,
            Examples =
            [
                new("", "on http://127.0.0.1:8080"),
                new("--port 0", "on any free port, which is printed"),
                new("--urls http://0.0.0.0:8080 --allow-remote", "for other machines as well"),
            ],
        };

    /// <summary>The part of <c>up</c>.</summary>
    public static UpComponent Component { get; } =
        new("services", static (up, stop) => ServeAsync(up.Verb, up.Store, up.Say, stop)) { Options = ServeOptions.All };

    private static async Task<int> RunAsync(VerbContext verb)
    {
        var gate = new Lock();
        void Say(string line)
        {
            lock (gate)
            {
                verb.Out.WriteLine(line);
                verb.Out.Flush();
            }
        }

        _ = ServeOptions.Read(verb, Say);
        await using var store = verb.OpenStore();
        await ServeAsync(verb, store, Say, verb.Cancellation).ConfigureAwait(false);
        Say("stopped");
        return 0;
    }

    private static async Task ServeAsync(VerbContext verb, IStore store, Action<string> say, CancellationToken stop)
    {
        var services = ServiceCatalog.Services;
        var (hostOptions, serverOptions) = ServeOptions.Read(verb, say);
        await using var host = await ServiceHost.StartAsync(store, services, hostOptions, stop).ConfigureAwait(false);
        await using var server = await ServiceServer.StartAsync(host, serverOptions, stop).ConfigureAwait(false);
        if (serverOptions.Addresses.Any(static address => !IPAddress.IsLoopback(address.Address)))
        {
            verb.WriteWarning("other machines can reach this service, and there is no authentication yet: whoever reaches it is answered");
        }

        say(
            $"serving {string.Join(", ", services.Select(static service => service.Name))} on "
                + $"{string.Join(", ", server.Addresses.Select(static address => address.ToString().TrimEnd('/')))}"
        );
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        say("stopping: requests that came are answered first");
        await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
