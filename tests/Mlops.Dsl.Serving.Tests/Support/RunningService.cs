using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mlops.Dsl.ServeChild;

namespace Mlops.Dsl.Serving.Tests.Support;

/// <summary>The income service on a port of its own, and what calls it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Row = """{"id": 1, "age": 40, "workclass": "Private", "hoursPerWeek": 40.5, "country": "DE", "sex": "f"}""";

    private RunningService(ServedStore store, ServiceHost host, ServiceServer server, List<string> lines)
    {
        (Store, Host, Server, Lines) = (store, host, server, lines);
        Http = new HttpClient { BaseAddress = server.Addresses[0] };
        Client = new IncomeService.Client(Http);
    }

    public ServedStore Store { get; }

    public ServiceHost Host { get; }

    public ServiceServer Server { get; }

    public HttpClient Http { get; }

    public IncomeService.Client Client { get; }

    /// <summary>What the host and the server logged.</summary>
    public List<string> Lines { get; }

    public static Application Applicant { get; } = new(1, 40, Workclass.Private, 40.5, "DE", "f");

    /// <summary>Starts the service; with a bias, with a model that has it.</summary>
    public static async Task<RunningService> StartAsync(
        float? bias = 0,
        TimeSpan? poll = null,
        long maxBody = 1024 * 1024,
        ServedStore? store = null
    )
    {
        store ??= new ServedStore();
        if (bias is { } value)
        {
            await store.PromoteAsync(value);
        }

        var lines = new List<string>();
        void Log(string line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }

        var host = await ServiceHost.StartAsync(
            store.Store,
            [IncomeService.Definition],
            new ServiceHostOptions
            {
                PollInterval = poll ?? TimeSpan.FromHours(1),
                CommandName = "app",
                Log = Log,
            }
        );
        var server = await ServiceServer.StartAsync(
            host,
            new ServiceServerOptions
            {
                Addresses = [new IPEndPoint(IPAddress.Loopback, 0)],
                MaxBodyBytes = maxBody,
                Log = Log,
            }
        );
        return new RunningService(store, host, server, lines);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string type = "application/json", string? id = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (id is not null)
        {
            request.Headers.Add("X-Request-Id", id);
        }

        return Http.SendAsync(request);
    }

    /// <summary>Posts a body and reads the problem that it has.</summary>
    public async Task<Problem> FailAsync(string path, string body, string type = "application/json", string? id = null) =>
        await Problem.ReadAsync(await PostAsync(path, body, type, id));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.StopAsync();
        await Server.DisposeAsync();
        await Host.DisposeAsync();
        await Store.DisposeAsync();
    }
}

/// <summary>A problem as a client reads it.</summary>
internal sealed record Problem(
    int Status,
    string Type,
    string Detail,
    IReadOnlyList<(string Column, string Message)> Errors,
    HttpResponseMessage Response
)
{
    public static async Task<Problem> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var root = json.RootElement;
        Assert.Equal((int)response.StatusCode, root.GetProperty("status").GetInt32());
        Assert.NotEmpty(root.GetProperty("title").GetString()!);
        return new Problem(
            (int)response.StatusCode,
            root.GetProperty("type").GetString()!.Split('#')[1],
            root.GetProperty("detail").GetString()!,
            root.TryGetProperty("errors", out var errors)
                ?
                [
                    .. errors
                        .EnumerateArray()
                        .Select(static error => (error.GetProperty("column").GetString()!, error.GetProperty("message").GetString()!)),
                ]
                : [],
            response
        );
    }
}
