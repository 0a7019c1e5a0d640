using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceLocationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{Folder/*.csv")]
    [InlineData("Folder}/*.csv")]
    [InlineData("{}/*.csv")]
    [InlineData("{{Folder}/*.csv")]
    [InlineData("ftp://example.org/data.csv")]
    public async Task A_malformed_location_is_reported(string location) =>
        await RuleTest.VerifyMembersAsync(
            $"[Parameter] public string Folder {{ get; init; }} = \"data\"; [Source({{|MLP1053:\"{location}\"|}})] public partial "
                + $"FileSet Docs();"
        );

    [Theory]
    [InlineData("{Folder}/*.csv")]
    [InlineData("{Folder}-{Folder}/**/*.csv")]
    [InlineData("data.csv")]
    public async Task A_location_is_not_reported(string location) =>
        await RuleTest.VerifyMembersAsync(
            $"[Parameter] public string Folder {{ get; init; }} = \"data\"; [Source(\"{location}\")] public partial FileSet Docs();"
        );
}
