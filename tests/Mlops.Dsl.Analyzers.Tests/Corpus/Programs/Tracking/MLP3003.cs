//# fault: a cached stage downloads
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellation)
{
    using var client = new HttpClient();
    var text = await {|MLP3003:client.GetStringAsync(new Uri("https://example.org/words.txt"), cancellation)|};
    return docs.Count + text.Length;
}

//# fault: a helper asks a service
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs) => docs.Count + await Words.CountAsync();

//## Words.cs
public static class Words
{
    private static readonly HttpClient Client = new();

    public static async Task<int> CountAsync()
    {
        using var response = await {|MLP3003:Client.GetAsync(new Uri("https://example.org/words"))|};
        return (int)response.StatusCode;
    }
}

//# fault: a socket
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var client = {|MLP3003:new System.Net.Sockets.TcpClient("localhost", 6379)|};
    return docs.Count + client.Available;
}

//# fault: a client from the services
//## share Docs.cs
[Stage]
public async Task<string> Classify(FileSet docs, [FromServices] HttpClient client, CancellationToken cancellation)
{
    using var content = new StringContent(docs[0].ReadAllText());
    using var response = await {|MLP3003:client.PostAsync(new Uri("https://example.org/classify"), content, cancellation)|};
    return await response.Content.ReadAsStringAsync(cancellation);
}

//# clean: a source downloads, and says what version it has
[Source(Version = nameof(Revision))]
public async Task<string> Words(CancellationToken cancellation)
{
    using var client = new HttpClient();
    return await client.GetStringAsync(new Uri("https://example.org/words.txt"), cancellation);
}

private string Revision => "2026-01";

[Stage]
public int Count(string words) => words.Length;

//# clean: an effect tells the world, every time
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public async Task Notify(int count, CancellationToken cancellation)
{
    using var client = new HttpClient();
    using var content = new StringContent(count.ToString(CultureInfo.InvariantCulture));
    using var response = await client.PostAsync(new Uri("https://example.org/hook"), content, cancellation);
    response.EnsureSuccessStatusCode();
}

//# clean: addresses are only built
//## share Docs.cs
[Stage]
public string Address(FileSet docs) => new UriBuilder("https", "example.org") { Path = docs[0].Path }.Uri.ToString();

//# fault: a typed client in a static field of another class
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs) => docs.Count + (await Rates.Today()).Length;

//## Rates.cs
public static class Rates
{
    private static readonly HttpClient Client = new() { BaseAddress = new("https://example.com") };

    public static async Task<string> Today()
    {
        using var response = await {|MLP3003:Client.GetAsync("rates.csv")|};
        return await response.Content.ReadAsStringAsync();
    }
}

//# fault: JSON from a server as an async stream
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, [FromServices] HttpClient client, CancellationToken cancellationToken)
{
    var count = docs.Count;
    await foreach (var word in {|MLP3003:System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsAsyncEnumerable<string>(client, "words.json", cancellationToken)|})
    {
        count += word?.Length ?? 0;
    }

    return count;
}

//# fault: a delegate handed on
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, [FromServices] HttpClient client)
{
    var text = await Retry({|MLP3003:client.GetStringAsync|}, "https://example.com/a");
    return docs.Count + text.Length;
}

private static async Task<string> Retry(Func<string, Task<string>> fetch, string address)
{
    try
    {
        return await fetch(address);
    }
    catch (HttpRequestException)
    {
        return await fetch(address);
    }
}

//# fault: a handler of the user's own sends
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    using var client = new HttpClient(new Signing());
    return docs.Count + (await {|MLP3003:client.GetByteArrayAsync(new Uri("https://example.com"))|}).Length;
}

//## Signing.cs
public sealed class Signing : HttpClientHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("x-signed", "yes");
        return base.SendAsync(request, cancellationToken);
    }
}

//# clean: a request is only built, its headers set
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.com");
    request.Headers.Add("x", "y");
    return docs.Count + request.Headers.Count();
}

//# fault: a typed client of an interface by the services posts features
//## share Docs.cs
[Stage]
public async Task<double> Score(FileSet docs, [FromServices] ISentimentApi api, CancellationToken token)
{
    var scores = await Task.WhenAll(docs.Select(doc => api.ScoreAsync(doc.ReadAllText(), token)));
    return scores.Average();
}

//## Api.cs
public interface ISentimentApi
{
    Task<double> ScoreAsync(string text, CancellationToken token);
}

public sealed class SentimentApi(HttpClient client) : ISentimentApi
{
    public async Task<double> ScoreAsync(string text, CancellationToken token)
    {
        using var content = new StringContent(text);
        using var response = await {|MLP3003:client.PostAsync("https://sentiment.example.com/score", content, token)|};
        return double.Parse(await response.Content.ReadAsStringAsync(token), CultureInfo.InvariantCulture);
    }
}

//# fault: retries around a download in a local function
//## share Docs.cs
[Stage]
public async Task<int> Enrich(FileSet docs, [FromServices] IHttpClientFactory factory, CancellationToken token)
{
    using var client = factory.Create();
    var found = 0;
    foreach (var doc in docs)
    {
        found += await WithRetryAsync(3);

        async Task<int> WithRetryAsync(int attempts)
        {
            for (var attempt = 1; ; attempt++)
            {
                token.ThrowIfCancellationRequested();
                try
                {
                    return (await {|MLP3003:client.GetByteArrayAsync(new Uri("https://geo.example.org/" + doc.Path), token)|}).Length;
                }
                catch (HttpRequestException) when (attempt < attempts)
                {
                }
            }
        }
    }

    return found;
}

//## IHttpClientFactory.cs
public interface IHttpClientFactory
{
    HttpClient Create();
}

//# fault: a mail is sent by a stage that returns a count
//## share Docs.cs
[Stage]
public int Notify(FileSet docs)
{
    using var smtp = new System.Net.Mail.SmtpClient("mail.example.org");
    {|MLP3003:smtp.Send("ml@example.org", "team@example.org", "done", $"{docs.Count} files")|};
    return docs.Count;
}

//# clean: a stage that is not cached starts a tool and asks the network
//## share Docs.cs
[Stage, NoCache]
public async Task<int> Probe(FileSet docs, [FromServices] HttpClient client, CancellationToken token)
{
    using var process = System.Diagnostics.Process.Start("nvidia-smi", "-L");
    await process.WaitForExitAsync(token);
    var text = await client.GetStringAsync("https://status.example.org", token);
    return text.Length + docs.Count;
}

//# clean: options of a service hold the addresses, a source reads what they say
[Source(Version = nameof(Day))]
public async Task<string> Rates([FromServices] RatesClient client, CancellationToken token) => await client.LoadAsync(token);

[Parameter]
public string Day { get; init; } = "2026-01-01";

[Stage]
public int Count(string rates) => rates.Length;

//## RatesClient.cs
public sealed class RatesOptions
{
    public string CacheFolder { get; set; } = "cache";

    public string Address { get; set; } = "https://rates.example.org";
}

public sealed class RatesClient(HttpClient http, RatesOptions options)
{
    public async Task<string> LoadAsync(CancellationToken token)
    {
        var text = await http.GetStringAsync(options.Address, token);
        Console.WriteLine(text.Length);
        return text;
    }
}

//# fault: a socket in an async iterator of a base class
//## share Docs.cs
[Stage]
public async Task<int> Listen(FileSet docs, CancellationToken token)
{
    var count = docs.Count;
    await foreach (var line in new LineFeed("feed.example.org").ReadAsync(token))
    {
        count += line.Length;
    }

    return count;
}

//## Feeds.cs
public abstract class Feed
{
    protected abstract string Host { get; }

    public async IAsyncEnumerable<string> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await {|MLP3003:client.ConnectAsync(Host, 4000, token)|};
        using var reader = new StreamReader({|MLP3003:client.GetStream()|});
        while (await reader.ReadLineAsync(token) is { } line)
        {
            yield return line;
        }
    }
}

public sealed class LineFeed(string host) : Feed
{
    protected override string Host => host;
}

//# fault: an extension method of the client with a generic result
//## share Docs.cs
[Stage]
public async Task<double> Rate(FileSet docs, [FromServices] HttpClient client, CancellationToken token) =>
    (await client.GetAsync<Dictionary<string, double>>("https://rates.example.org", token))["EUR"] * docs.Count;

//## HttpExtensions.cs
public static class HttpExtensions
{
    public static async Task<T> GetAsync<T>(this HttpClient client, string address, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await {|MLP3003:client.SendAsync(request, token)|};
        await using var body = await response.Content.ReadAsStreamAsync(token);
        return (await System.Text.Json.JsonSerializer.DeserializeAsync<T>(body, cancellationToken: token))!;
    }
}

//# clean: retries with a jitter between attempts in a source of the user's own, and a polling wait in it
[Source(Version = nameof(Release))]
public async Task<string> Download([FromServices] HttpClient client, CancellationToken token)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await client.GetStringAsync("https://data.example.org/" + Release, token);
        }
        catch (HttpRequestException) when (attempt < 3)
        {
            await Task.Delay(TimeSpan.FromSeconds(attempt), token);
        }
    }
}

[Parameter]
public string Release { get; init; } = "2026-01";

[Stage]
public int Count(string download) => download.Length;

//# fault: a decorator around a client, chosen by a factory method
//## share Docs.cs
[Stage]
public async Task<string> Describe(FileSet docs, [FromServices] HttpClient client, CancellationToken token) =>
    await Describers.Create(client, cached: docs.Count > 3).DescribeAsync(docs[0].Path, token);

//## Describers.cs
public interface IDescriber
{
    Task<string> DescribeAsync(string name, CancellationToken token);
}

public static class Describers
{
    public static IDescriber Create(HttpClient client, bool cached) => cached ? new Cached(new Remote(client)) : new Remote(client);

    private sealed class Remote(HttpClient client) : IDescriber
    {
        public Task<string> DescribeAsync(string name, CancellationToken token) => {|MLP3003:client.GetStringAsync($"https://x.example.org/{name}", token)|};
    }

    private sealed class Cached(IDescriber inner) : IDescriber
    {
        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

        public async Task<string> DescribeAsync(string name, CancellationToken token) =>
            _known.TryGetValue(name, out var text) ? text : _known[name] = await inner.DescribeAsync(name, token);
    }
}
