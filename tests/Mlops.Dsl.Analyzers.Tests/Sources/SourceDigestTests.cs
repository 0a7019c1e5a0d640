using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceDigestTests
{
    private const string Digest = "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("http://example.org/data.csv")]
    [InlineData("HTTPS://example.org/data.csv")]
    public async Task A_uri_without_a_digest_is_reported(string uri) =>
        await RuleTest.VerifyMembersAsync($"[Source({{|MLP1055:\"{uri}\"|}})] public partial FileArtifact Data();");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"")]
    [InlineData("null")]
    public async Task A_malformed_digest_is_reported(string digest) =>
        await RuleTest.VerifyMembersAsync(
            $"[Source(\"https://example.org/data.csv\", Sha256 = {{|MLP1056:{digest}|}})] public partial FileArtifact Data();"
        );

    [Fact]
    public async Task A_pinned_uri_and_a_path_are_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            $"""
            [Source("https://example.org/data.csv", Sha256 = "{Digest}")]
            public partial FileArtifact Data();

            [Source("http/data.csv")]
            public partial FileArtifact Local();
            """
        );
}
