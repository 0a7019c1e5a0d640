//# fault: a name in the query of an address
//## share People.cs
[Stage, NoCache]
public async Task<int> Looked(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    var found = 0;
    foreach (var person in checkPeople)
    {
        var answer = await http.GetStringAsync({|MLP5003:"https://people.example.org/?q=" + Uri.EscapeDataString(person.Name)|}, cancellation);
        found += answer.Length > 2 ? 1 : 0;
    }

    return found;
}

//# fault: a body is built by hand and posted as text
//## share People.cs
[Stage, NoCache]
public async Task Tell(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    foreach (var person in checkPeople.Where(p => p.Income > 1e6))
    {
        using var content = new StringContent($$"""{"text": "{{person.Email}} is rich"}""");
        using var response = await http.PostAsync(new Uri("https://chat.example.org/hook"), {|MLP5003:content|}, cancellation);
    }
}

//# fault: a helper posts whatever it is given
//## share People.cs
[Stage, NoCache]
public async Task Tell(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    var hook = new Hook(http);
    foreach (var person in checkPeople)
    {
        await hook.SayAsync({|MLP5003:new { who = person.Name, person.Income }|}, cancellation);
    }
}

//## Hook.cs
using System.Net.Http.Json;

public sealed class Hook(HttpClient http)
{
    public async Task SayAsync<T>(T said, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync("https://chat.example.org/hook", said, cancellation);
        response.EnsureSuccessStatusCode();
    }
}

//# fault: whole rows are posted as JSON
//## share People.cs
[Stage, NoCache]
public async Task Hand(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, "https://labels.example.org/");
    request.Content = System.Net.Http.Json.JsonContent.Create(checkPeople.Take(10).ToList());
    using var response = await http.SendAsync({|MLP5003:request|}, cancellation);
}

//# clean: what is sent tells of nobody
//## share People.cs
[Stage, NoCache]
public async Task Tell(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    var richest = checkPeople.MaxBy(p => p.Income)!;
    using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
        http, "https://chat.example.org/hook", new { checkPeople.Count, Most = richest.Income, richest.Town }, cancellation);
}

//# clean: a pseudonym is sent, and a secret opens the service
//## share People.cs
[Secret]
public string Token { get; init; } = "";

[Secret]
public string Key { get; init; } = "";

[Stage, NoCache]
public async Task Tell(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    foreach (var person in checkPeople)
    {
        using var content = new StringContent(PersonalData.Hash(person.Email, Key));
        using var response = await http.PostAsync($"https://scores.example.org/?token={Token}", content, cancellation);
    }
}

//# clean: what must not be sent has JsonIgnore
using System.Net.Http.Json;
using System.Text.Json.Serialization;

[Row]
public sealed partial record Guest([RowKey] long Id, [property: JsonIgnore] [Pii] string Name, [Range(0, 400)] int Nights);

[Pipeline("guests")]
public sealed partial class GuestPipeline
{
    [Source("guests.csv")]
    public partial FileArtifact GuestFile();

    [Stage]
    public Validated<Guest> Guests(FileArtifact guestFile) => new Raw<Guest>(
        guestFile.ReadLines().Select(l => l.Split(',')).Select(c => new Guest(long.Parse(c[0], CultureInfo.InvariantCulture), c[1], 3))).Validate();

    [Stage]
    public async Task Send(Validated<Guest> guests, [FromServices] HttpClient http, CancellationToken cancellation)
    {
        using var response = await http.PutAsJsonAsync("https://stays.example.org/", guests.ToList(), cancellation);
    }
}

//# fault: a form with an e-mail
//## share People.cs
[Stage, NoCache]
public async Task Tell(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    foreach (var person in checkPeople)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = person.Email, ["town"] = person.Town });
        using var response = await http.PostAsync("https://news.example.org/", {|MLP5003:form|}, cancellation);
    }
}

//# fault: a header names whom a request is about
//## share People.cs
[Stage, NoCache]
public async Task<int> Known(Validated<Person> checkPeople, [FromServices] HttpClient http, CancellationToken cancellation)
{
    var known = 0;
    foreach (var person in checkPeople)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://people.example.org/known");
        request.Headers.Add("X-Person", person.Name);
        using var response = await http.SendAsync({|MLP5003:request|}, cancellation);
        known += response.IsSuccessStatusCode ? 1 : 0;
    }

    return known;
}
