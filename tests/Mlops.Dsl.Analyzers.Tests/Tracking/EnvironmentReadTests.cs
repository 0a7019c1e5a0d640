using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class EnvironmentReadTests
{
    [Theory]
    [InlineData("[Stage] public string? Run() => {|MLP3005:Environment.GetEnvironmentVariable(\"X\")|};")]
    [InlineData("[Stage] public int Run() => {|MLP3005:Environment.GetCommandLineArgs()|}.Length;")]
    [InlineData("[Stage] public string Run() => {|MLP3005:Environment.CommandLine|};")]
    [InlineData("[Stage] public int Run() => {|MLP3005:Environment.GetEnvironmentVariables()|}.Count;")]
    [InlineData("[Stage, NoCache] public string Run() => {|MLP3005:Environment.ExpandEnvironmentVariables(\"%X%\")|};")]
    [InlineData(
        "private static readonly string? X = {|MLP3005:Environment.GetEnvironmentVariable(\"X\")|}; [Stage] public string? Run() => X;"
    )]
    public async Task A_variable_is_reported(string members) => await TrackingTest.Rules.VerifyMembersAsync(members);

    [Theory]
    [InlineData(
        "[Parameter] public string? X { get; init; } = Environment.GetEnvironmentVariable(\"X\"); [Stage] public string? Run() => X;"
    )]
    [InlineData("[Source] public string? Run() => Environment.GetEnvironmentVariable(\"X\");")]
    [InlineData("[Stage] public string Run() => Environment.NewLine;")]
    [InlineData("public static string? Help() => Environment.GetEnvironmentVariable(\"X\");")]
    public async Task Defaults_and_sources_are_not_reported(string members) => await TrackingTest.Rules.VerifyMembersAsync(members);

    [Fact]
    public async Task The_fix_declares_a_parameter() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<DeclareParameterFix>(
            """
            [Stage]
            public string Run() => {|MLP3005:Environment.GetEnvironmentVariable("DATA_REGION")|} ?? "eu";
            """,
            """
            [Parameter]
            public string DataRegion { get; init; } = "eu";

            [Stage]
            public string Run() => DataRegion;
            """
        );

    [Fact]
    public async Task The_fix_declares_a_secret_after_the_parameters() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<DeclareParameterFix>(
            """
            [Parameter]
            public int Rows { get; init; }

            [Stage]
            public int Run() => Rows + {|MLP3005:Environment.GetEnvironmentVariable("HUB_TOKEN")|}!.Length;
            """,
            """
            [Parameter]
            public int Rows { get; init; }

            [Secret(EnvironmentVariable = "HUB_TOKEN", Optional = true)]
            public string? HubToken { get; init; }

            [Stage]
            public int Run() => Rows + HubToken!.Length;
            """
        );

    [Theory]
    [InlineData("[Stage] public string? Run() => Help(); private static string? Help() => Environment.GetEnvironmentVariable(\"X\");")]
    [InlineData("[Stage] public string? Run(StageContext context) => Environment.GetEnvironmentVariable(context.Stage);")]
    [InlineData(
        "[Parameter] public int DataDir { get; init; } [Stage] public string? Run() => Environment.GetEnvironmentVariable(\"DATA_DIR\");"
    )]
    public async Task No_fix_is_offered_where_there_is_no_room_for_it(string members) =>
        Assert.Empty(await TrackingTest.Rules.TitlesAsync<DeclareParameterFix>(RuleTest.Pipeline(members)));
}
