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
