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
