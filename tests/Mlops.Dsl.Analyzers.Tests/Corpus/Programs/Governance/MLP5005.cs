//# fault: a token is logged
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("using {Token}", {|MLP5005:Token|});
    return docs.Count;
}

//# fault: a token is in an exception's message
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public int Count(FileSet docs) =>
    docs.Count > 0 ? docs.Count : throw new InvalidOperationException({|MLP5005:$"nothing found with {Token}"|});

//# fault: a local function logs what the stage took from the secret
[Secret]
public string Password { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public int Count(FileSet docs, StageContext context)
{
    var connection = $"Host=db;Password={Password}";
    Connect();
    return docs.Count;

    void Connect() => context.Logger.LogDebug("connecting to {Connection}", {|MLP5005:connection|});
}

//# clean: whether there is a token
[Secret(Optional = true)]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("with a token: {HasToken}", Token.Length > 0);
    return docs.Count;
}

//# clean: the token does its work and is not shown
[Secret]
public string Token { get; init; } = "";

[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public IReadOnlyList<string> Pseudonyms(FileSet docs) => [.. docs.Select(doc => PersonalData.Hash(doc.Path, Token))];

[Stage]
public int Size(IReadOnlyList<string> pseudonyms) => pseudonyms.Count;

//# fault: a secret in an exception
[Secret]
public string Token { get; init; } = "";

[Source]
public async Task<string> Rates([FromServices] HttpClient client)
{
    try
    {
        return await client.GetStringAsync("https://example.com/?token=" + Token);
    }
    catch (HttpRequestException exception)
    {
        throw new InvalidOperationException({|MLP5005:$"The server does not know {Token}."|}, exception);
    }
}

[Stage]
public int Count(string rates) => rates.Length;

//# fault: a secret goes through a record and a delegate into the log
[Secret]
public string Token { get; init; } = "";

[Stage]
public int Login(StageContext context)
{
    var options = new Options("https://example.com", Token);
    Use(options, text => context.Logger.LogDebug("{Text}", {|MLP5005:text|}));
    return 1;
}

private static void Use(Options options, Action<string> tell) => tell(options.Url + "?key=" + options.Key);

[Stage]
public int Twice(int login) => login * 2;

//## Options.cs
public sealed record Options(string Url, string Key);

//# clean: the address without the key
[Secret]
public string Token { get; init; } = "";

[Stage]
public int Login(StageContext context)
{
    var options = new Options("https://example.com", Token);
    context.Logger.LogDebug("{Url} {HasKey}", options.Url, string.IsNullOrEmpty(options.Key));
    return 1;
}

[Stage]
public int Twice(int login) => login * 2;

//## Options.cs
public sealed record Options(string Url, string Key);
