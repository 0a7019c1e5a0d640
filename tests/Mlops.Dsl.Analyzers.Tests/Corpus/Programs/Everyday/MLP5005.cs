//# fault: an API key in an options object is logged by a client wrapper
//## share Houses.cs
[Secret]
public string ApiKey { get; init; } = "";

[Stage]
public int Ping(FileArtifact houseFile, StageContext context)
{
    var client = new PriceClient(new PriceClientOptions { Key = ApiKey, Retries = 2 }, context.Logger);
    return client.Describe() + (int)houseFile.Length;
}

//## PriceClient.cs
public sealed class PriceClientOptions
{
    public required string Key { get; init; }

    public int Retries { get; init; }
}

public sealed class PriceClient(PriceClientOptions options, ILogger logger)
{
    public int Describe()
    {
        logger.LogDebug("key {Key}, {Retries} retries", {|MLP5005:options.Key|}, options.Retries);
        return options.Retries;
    }
}

//# clean: an options object holds the key beside what is logged
//## share Houses.cs
[Secret]
public string ApiKey { get; init; } = "";

[Stage]
public int Ping(FileArtifact houseFile, StageContext context)
{
    var options = new PriceClientOptions { Key = ApiKey, Retries = 2 };
    context.Logger.LogInformation("{Retries} retries, key set: {HasKey}", options.Retries, options.Key.Length > 0);
    return options.Retries + (int)houseFile.Length;
}

//## PriceClientOptions.cs
public sealed class PriceClientOptions
{
    public required string Key { get; init; }

    public int Retries { get; init; }
}

//# fault: a secret in a dictionary of settings is enumerated into the log
//## share Houses.cs
[Secret]
public string Token { get; init; } = "";

[Stage]
public int Configure(FileArtifact houseFile, StageContext context)
{
    var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = "https://example.com", ["token"] = Token };
    foreach (var (name, value) in settings)
    {
        context.Logger.LogInformation("{Name} = {Value}", name, {|MLP5005:value|});
    }

    return settings.Count + (int)houseFile.Length;
}

//# clean: only the names of the settings are logged
//## share Houses.cs
[Secret]
public string Token { get; init; } = "";

[Stage]
public int Configure(FileArtifact houseFile, StageContext context)
{
    var settings = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["url"] = "https://example.com", ["token"] = Token };
    foreach (var name in settings.Keys)
    {
        context.Logger.LogInformation("{Name} is set", name);
    }

    return settings.Count + (int)houseFile.Length;
}

//# fault: a connection string builder's text is thrown
//## share Houses.cs
[Secret]
public string Password { get; init; } = "";

[Stage]
public int Connect(FileArtifact houseFile)
{
    var builder = new System.Data.Common.DbConnectionStringBuilder { ["Server"] = "db", ["Password"] = Password };
    return builder.Count > 5 ? (int)houseFile.Length : throw new InvalidOperationException({|MLP5005:"cannot connect: " + builder.ConnectionString|});
}

//# clean: a client is made with the secret, and its answer is logged
[Pipeline("rates")]
public sealed partial class RatePipeline
{
    [Secret]
    public string ApiKey { get; init; } = "";

    [Source(Version = nameof(Day))]
    public async Task<IReadOnlyList<string>> Rates([FromServices] HttpClient client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://rates.example.com/today");
        request.Headers.Add("X-Api-Key", ApiKey);
        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text.Split('\n');
    }

    [Parameter]
    public string Day { get; init; } = "2025-01-01";

    [Stage]
    public int Count(IReadOnlyList<string> rates, StageContext context)
    {
        context.Logger.LogInformation("{Count} rates of {Day}", rates.Count, Day);
        return rates.Count;
    }
}

//# fault: a default interface member logs the settings with the password
//## share Houses.cs
[Secret]
public string Password { get; init; } = "";

[Stage]
public int Connect(FileArtifact houseFile, StageContext context)
{
    IConnector connector = new Connector($"Server=db;Password={Password}");
    return connector.Open(context.Logger) + (int)houseFile.Length;
}

//## Connector.cs
public interface IConnector
{
    string Text { get; }

    int Open(ILogger logger)
    {
        logger.LogInformation("opening {Connection}", {|MLP5005:Text|});
        return Text.Length;
    }
}

public sealed class Connector(string text) : IConnector
{
    public string Text => text;
}
