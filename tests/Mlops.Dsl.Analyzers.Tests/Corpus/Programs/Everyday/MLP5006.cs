//# fault: a connection is returned in a nested record with a with expression
//## share Houses.cs
[Secret]
public string Password { get; init; } = "";

[Stage]
public Warehouse Connect(FileArtifact houseFile)
{
    var warehouse = new Warehouse("prices", new Login("reader", ""));
    return {|MLP5006:warehouse with { Login = warehouse.Login with { Password = Password } }|};
}

//## Warehouse.cs
public sealed record Warehouse(string Database, Login Login);

public sealed record Login(string User, string Password);

//# fault: the secret is base64 in a header dictionary that the stage returns
//## share Houses.cs
[Secret]
public string Password { get; init; } = "";

[Stage]
public Dictionary<string, string> Headers(FileArtifact houseFile) => {|MLP5006:new(StringComparer.Ordinal)
{
    ["Authorization"] = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("reader:" + Password)),
    ["X-File"] = houseFile.Path,
}|};

//# clean: a signature of the data by the key
//## share Houses.cs
[Secret]
public string SigningKey { get; init; } = "";

[Stage]
public string Signature(FileArtifact houseFile) => PersonalData.Hash(houseFile.Path, SigningKey)!;

//# fault: a record with the key returned by an async local function
//## share Houses.cs
[Secret]
public string Password { get; init; } = "";

[Stage]
public async Task<(string User, string Login)> Connect(FileArtifact houseFile)
{
    return {|MLP5006:("reader", await LoginAsync())|};

    async Task<string> LoginAsync()
    {
        await Task.Yield();
        return $"{houseFile.Path}:{Password}";
    }
}
