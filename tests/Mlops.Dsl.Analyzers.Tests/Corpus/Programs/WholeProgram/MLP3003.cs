//# clean: hosts that the team allows, named by a type that comes after the stage
//## share Docs.cs
[Stage]
public async Task<int> Ask(FileSet docs, [FromServices] HttpClient client, CancellationToken token)
{
    var model = await client.GetStringAsync(Hosts.Models, token);
    var rates = await client.GetStringAsync(Hosts.Rates + "/2024-01-01", token);
    return docs.Count + model.Length + rates.Length;
}

//## Hosts.cs
internal static class Hosts
{
    public static readonly Uri Models = new("https://models.example.org/v3");

    public static string Rates => "https://rates.example.org/daily";
}

//## .editorconfig
root = true
[*.cs]
mlops_dsl.allowed_hosts = models.example.org, rates.example.org

//# fault: a host that the team does not allow, named beside one that it does
//## share Docs.cs
[Stage]
public async Task<int> Ask(FileSet docs, [FromServices] HttpClient client, CancellationToken token)
{
    var model = await client.GetStringAsync(Hosts.Models, token);
    var rates = await {|MLP3003:client.GetStringAsync(Hosts.Rates, token)|};
    return docs.Count + model.Length + rates.Length;
}

//## Hosts.cs
internal static class Hosts
{
    public static readonly Uri Models = new("https://models.example.org/v3");
    public static readonly Uri Rates = new("https://rates.example.org/daily");
}

//## .editorconfig
root = true
[*.cs]
mlops_dsl.allowed_hosts = models.example.org
