using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class DuplicateOptionTests
{
    private const string Stage = " [Stage] public int One() => 1;";

    [Theory]
    [InlineData("MaxAge", "Max_Age", "--max-age")]
    [InlineData("MaxAge", "maxAge", "--max-age")]
    [InlineData("A", "a", "--a")]
    [InlineData("MaxURL", "MaxUrl", "--max-url")]
    [InlineData("_Name", "Name", "--name")]
    [InlineData("Größe", "größe", "--größe")]
    [InlineData("Store", "ParameterStore", "--parameter-store")]
    public async Task Two_parameters_of_one_option_are_reported(string first, string second, string option)
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                $"[Parameter] public int {first} {{ get; init; }} [Parameter] public int {{|MLP1070:{second}|}} {{ get; init; }}" + Stage
            )
        );
        Assert.Equal($"'{second}' is set by the option {option}, and so is '{first}': rename one of them", message);
    }

    [Fact]
    public async Task Two_secrets_of_one_variable_are_reported()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                "[Secret] public string ApiKey { get; init; } = null!; [Secret] public string {|MLP1070:Api_Key|} { get; init; } = null!;"
                    + Stage
            )
        );
        Assert.Equal("'Api_Key' is set by the environment variable MLOPS_SECRET_API_KEY, and so is 'ApiKey': rename one of them", message);
    }

    [Theory]
    [InlineData(
        "[Parameter] public int MaxAge { get; init; } [Parameter] public int MaxAges { get; init; } [Parameter] public int Max_A_ge { "
            + "get; init; }"
    )]
    [InlineData("[Parameter] public int ApiKey { get; init; } [Secret] public string Api_Key { get; init; } = null!;")]
    [InlineData(
        "[Secret] public string ApiKey { get; init; } = null!; [Secret(EnvironmentVariable = \"OTHER\")] public string Api_Key { get; "
            + "init; } = null!;"
    )]
    [InlineData("[Parameter] public int MaxAge { get; init; } public int Max_Age => 1;")]
    public async Task Others_are_not(string members) => await RuleTest.VerifyMembersAsync(members + Stage);
}
