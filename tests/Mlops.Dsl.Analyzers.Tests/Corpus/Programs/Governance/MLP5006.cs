//# fault: a stage returns the secret
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public string Settings(FileSet docs) => {|MLP5006:$"{docs.Count} files read with {Token}"|};

[Stage]
public int Size(string settings) => settings.Length;

//# fault: the secret is written into a file
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public FileArtifact Settings(FileSet docs, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("settings.ini")))
    {
        writer.WriteLine("files=" + docs.Count.ToString(CultureInfo.InvariantCulture));
        writer.WriteLine({|MLP5006:"token=" + Token|});
    }

    return context.GetFile("settings.ini");
}

//# fault: inside a record that a helper makes
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public Connection Connect(FileSet docs) => {|MLP5006:Describe(docs.Count)|};

[Stage]
public int Port(Connection connect) => connect.Port;

private Connection Describe(int port) => new(port, Token);

//## Connection.cs
public sealed record Connection(int Port, string Password);

//# clean: a header's name, not its value
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public string Settings(FileSet docs) => $"{docs.Count} files read with a token of {Token.Length} characters";

[Stage]
public int Size(string settings) => settings.Length;

//# fault: a secret in a tuple's element
[Secret]
public string Token { get; init; } = "";

[Stage]
public (string Url, int Port) Address() => {|MLP5006:($"https://{Token}@example.com", 443)|};

[Stage]
public int Length(string url) => url.Length;

//# clean: the secret opens a source
[Secret]
public string Token { get; init; } = "";

[Source]
public async Task<string> Rates([FromServices] HttpClient client)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.com");
    request.Headers.Authorization = new("Bearer", Token);
    using var response = await client.SendAsync(request);
    return await response.Content.ReadAsStringAsync();
}

[Stage]
public int Count(string rates) => rates.Length;
