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
