//# fault: a request prints its headers
[Secret]
public string Token { get; init; } = "";

[Stage, NoCache]
public async Task<int> Ask([FromServices] HttpClient http, StageContext context, CancellationToken token)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.org/rates");
    request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Token);
    context.Logger.LogInformation("asking {Request}", {|MLP5005:request|});
    using var response = await http.SendAsync(request, token);
    return (int)response.StatusCode;
}

//# fault: its headers are printed, after a key was added
[Secret]
public string Key { get; init; } = "";

[Stage, NoCache]
public async Task<int> Ask([FromServices] HttpClient http, StageContext context, CancellationToken token)
{
    using var request = Requests.Rates(Key);
    context.Logger.LogDebug("{Headers}", {|MLP5005:request.Headers.ToString()|});
    using var response = await http.SendAsync(request, token);
    return (int)response.StatusCode;
}

//## Requests.cs
public static class Requests
{
    public static HttpRequestMessage Rates(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://example.org/rates");
        request.Headers.Add("X-Api-Key", key);
        return request;
    }
}

//# clean: its address and method are no secret, and neither is the answer
[Secret]
public string Token { get; init; } = "";

[Stage, NoCache]
public async Task<int> Ask([FromServices] HttpClient http, StageContext context, CancellationToken token)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.org/rates");
    request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Token);
    context.Logger.LogInformation("{Method} {Address}", request.Method, request.RequestUri);
    using var response = await http.SendAsync(request, token);
    context.Logger.LogInformation("{Response} {Headers}", response, response.Headers);
    return (int)response.StatusCode;
}

//# clean: a record that makes its text itself, without the key
[Secret]
public string Password { get; init; } = "";

[Stage, NoCache]
public int Connect(StageContext context)
{
    var login = new Login("loader", Password);
    context.Logger.LogInformation("as {Login}: {Text}", login, $"{login}");
    return login.Password.Length;
}

//## Login.cs
public sealed record Login(string User, string Password)
{
    public override string ToString() => User;
}

//# clean: a record that prints some of its members
[Secret]
public string Password { get; init; } = "";

[Stage, NoCache]
public int Connect(StageContext context)
{
    var login = new Login("loader", Password);
    context.Logger.LogInformation("as {Login}", login);
    return login.Password.Length;
}

//## Login.cs
using System.Text;

public sealed record Login(string User, string Password)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("User = ").Append(User);
        return true;
    }
}

//# fault: a record that makes its text itself, of the key
[Secret]
public string Password { get; init; } = "";

[Stage, NoCache]
public int Connect(StageContext context)
{
    var login = new Login("loader", Password);
    context.Logger.LogInformation("as {Login}", {|MLP5005:login|});
    return login.Password.Length;
}

//## Login.cs
public sealed record Login(string User, string Password)
{
    public override string ToString() => $"{User}:{Password}";
}
