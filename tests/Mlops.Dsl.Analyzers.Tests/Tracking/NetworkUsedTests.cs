using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class NetworkUsedTests
{
    private const string Client = "using System.Net.Http; using System.Net.Http.Json; using System.Net.Sockets; using System.Net;\n";

    [Theory]
    [InlineData("""await {|MLP3003:client.GetStringAsync("https://example.com")|}""")]
    [InlineData("""await {|MLP3003:client.PostAsync("https://example.com", null)|}""")]
    [InlineData("""await {|MLP3003:client.GetFromJsonAsync<int>("https://example.com")|}""")]
    [InlineData("""{|MLP3003:client.Send(new HttpRequestMessage())|}""")]
    [InlineData("""{|MLP3003:Dns.GetHostEntry("example.com")|}""")]
    [InlineData("""{|MLP3003:new Socket(SocketType.Stream, ProtocolType.Tcp).Send(new byte[1])|}""")]
    [InlineData("""{|MLP3003:new TcpClient("example.com", 80)|}""")]
    public async Task A_call_in_a_cached_stage_is_reported(string call) =>
        await VerifyAsync(
            $"[Stage] public async Task<int> Run([FromServices] HttpClient client) {{ _ = {call}; await Task.Yield(); return 1; }}"
        );

    [Theory]
    [InlineData(
        "[Stage, NoCache] public Task<string> Run([FromServices] HttpClient client) => client.GetStringAsync(\"https://example.com\");"
    )]
    [InlineData("[Stage] public Task Run([FromServices] HttpClient client) => client.PostAsync(\"https://example.com\", null);")]
    [InlineData("[Source] public Task<string> Run([FromServices] HttpClient client) => client.GetStringAsync(\"https://example.com\");")]
    [InlineData(
        "[Stage] public string Run([FromServices] HttpClient client) { client.Timeout = TimeSpan.Zero; return client.BaseAddress!.Host; }"
    )]
    [InlineData("[Stage] public string Run() { using var client = new HttpClient(); return new HttpRequestMessage().Method.Method; }")]
    public async Task Where_nothing_is_cached_nothing_is_reported(string members) => await VerifyAsync(members);

    [Theory]
    [InlineData("client.GetStringAsync(\"https://models.example.com/a\")")]
    [InlineData("client.GetStringAsync(new Uri(\"https://models.example.com/a\"))")]
    [InlineData("client.GetStringAsync($\"https://a.b.internal/{1}\")")]
    [InlineData("{|MLP3003:client.GetStringAsync(\"https://example.com/a\")|}")]
    [InlineData("{|MLP3003:client.GetStringAsync(address)|}")]
    public async Task Policy_allows_hosts(string call)
    {
        var project = TrackingTest.Rules.Project(
            Client
                + RuleTest.Pipeline(
                    $"[Parameter] public string Address {{ get; init; }} = \"\"; [Stage] public async Task<string> Run([FromServices] "
                        + $"HttpClient client) {{ var address = Address; return await {call}; }}"
                )
        );
        await RuleGroupTest.VerifyAsync(
            project with
            {
                EditorConfig = "root = true\n[*.cs]\nmlops_dsl.allowed_hosts = models.example.com, *.internal",
            }
        );
    }

    /// <summary>The compiler may come to the stage before it comes to what the stage names.</summary>
    [Theory]
    [InlineData("client.GetStringAsync(Hosts.Models)")]
    [InlineData("client.GetStringAsync(Hosts.Rates + \"/today\")")]
    [InlineData("client.GetStringAsync(hosts.Base)")]
    [InlineData("{|MLP3003:client.GetStringAsync(Hosts.Other)|}")]
    [InlineData("{|MLP3003:client.GetStringAsync(hosts.Given)|}")]
    [InlineData("{|MLP3003:client.GetStringAsync(Hosts.Changed)|}")]
    public async Task Policy_allows_hosts_that_are_named_once(string call)
    {
        var project = TrackingTest.Rules.Project(
            Client
                + RuleTest.Pipeline(
                    $"[Stage] public async Task<string> Run([FromServices] HttpClient client, [FromServices] Hosts hosts) => await {call};"
                )
                + """
                public sealed class Hosts(string given)
                {
                    public static readonly Uri Models = new("https://models.example.com/a");
                    public static readonly string Other = "https://other.example.com/";
                    public static string Changed = "https://models.example.com/";
                    public static string Rates => "https://rates.internal/";
                    public string Base { get; } = "https://models.example.com/";
                    public string Given { get; } = given;
                }
                """
        );
        await RuleGroupTest.VerifyAsync(
            project with
            {
                EditorConfig = "root = true\n[*.cs]\nmlops_dsl.allowed_hosts = models.example.com, *.internal",
            }
        );
    }

    [Fact]
    public async Task The_fix_marks_the_stage() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<MarkNotCachedFix>(
            """
            // Rates of the day.
            [Stage]
            public string Run() => {|MLP3003:System.Net.Dns.GetHostEntry("example.com")|}.HostName;
            """,
            """
            // Rates of the day.
            [Stage, NoCache]
            public string Run() => System.Net.Dns.GetHostEntry("example.com").HostName;
            """
        );

    private static async Task VerifyAsync(string members) => await TrackingTest.Rules.VerifyAsync(Client + RuleTest.Pipeline(members));
}
