using Mlops.Dsl.CodeFixes.Governance;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class SecretTests
{
    [Theory]
    [InlineData("context.Logger.LogInformation(\"key {Key}\", {|MLP5005:Key|});")]
    [InlineData("Console.WriteLine($\"key {{|MLP5005:Key|}}\");")]
    [InlineData("var url = \"https://x.org/?key=\" + Key; context.Logger.LogInformation(\"GET {Url}\", {|MLP5005:url|});")]
    [InlineData("throw new InvalidOperationException(\"refused: \" + {|MLP5005:Key|});")]
    [InlineData("throw new InvalidOperationException($\"refused: {{|MLP5005:Key[..4]|}}\");")]
    [InlineData("context.LogMetric({|MLP5005:Key|}, 1);")]
    [InlineData("var options = new Dictionary<string, string> { [\"key\"] = Key }; Console.WriteLine({|MLP5005:options[\"key\"]|});")]
    [InlineData("File.WriteAllText(\"key\", {|MLP5006:Key|});")]
    [InlineData("new Client(Key).Tell();")]
    public async Task A_secret_that_people_can_read_is_reported(string statement) =>
        await GovernanceTest.VerifyAsync(
            "[Stage] public void Look(StageContext context) { " + statement + " }",
            statement.Contains("Client", StringComparison.Ordinal)
                ? "public sealed class Client(string key) { public void Tell() => Console.WriteLine({|MLP5005:key|}); }"
                : ""
        );

    [Theory]
    [InlineData("[Stage] public string Url() => {|MLP5006:$\"https://x.org/?key={Key}\"|};")]
    [InlineData("[Stage] public string[] All() => {|MLP5006:[Key]|};")]
    [InlineData("[Stage] public async Task<Spending> Make() { await Task.Yield(); return {|MLP5006:new Spending(Key, 1)|}; }")]
    public async Task A_secret_in_an_artifact_is_reported(string stage) => await GovernanceTest.VerifyAsync(stage);

    [Theory]
    [InlineData(
        "[Stage] public async Task<string> Download(CancellationToken ct) { using var client = new System.Net.Http.HttpClient(); "
            + "client.DefaultRequestHeaders.Add(\"key\", Key); return await client.GetStringAsync(\"https://x.org\", ct); }"
    )]
    [InlineData(
        "[Stage] public async Task<string> Download(CancellationToken ct) { using var client = new System.Net.Http.HttpClient(); return "
            + "await client.GetStringAsync($\"https://x.org/?key={Key}\", ct); }"
    )]
    [InlineData("[Stage] public bool HasKey() => Key.Length > 0;")]
    [InlineData("[Stage] public string State() => string.IsNullOrEmpty(Key) ? \"no key\" : \"a key\";")]
    [InlineData("[Stage] public string Hash() => PersonalData.Hash(\"bob\", Key);")]
    [InlineData("[Stage] public void Tell() => Console.WriteLine(nameof(Key));")]
    [InlineData(
        "[Stage] public int Use() => new Client(Key).Count(); private sealed class Client(string key) { public int Count() => key.Length; }"
    )]
    public async Task Using_a_secret_is_not_reported(string stage) => await GovernanceTest.VerifyAsync(stage);

    [Fact]
    public async Task The_fix_masks_it() =>
        await CodeFixVerifier.VerifyAsync(
            GovernanceTest.Project("[Stage] public void Look() => Console.WriteLine(Key);"),
            new TransformFix(),
            GovernanceTest.Pipeline("[Stage] public void Look() => Console.WriteLine(PersonalData.Mask(Key));"),
            null,
            TestContext.Current.CancellationToken
        );
}
