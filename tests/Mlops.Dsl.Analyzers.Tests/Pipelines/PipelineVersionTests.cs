using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineVersionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("v1.0.0")]
    [InlineData("1.0.0.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-beta..1")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0-a.00")]
    [InlineData("1.0.0-\u00e9")]
    [InlineData("1.0.0+")]
    [InlineData("1.0.0+a+b")]
    [InlineData("1.0.0-a+")]
    [InlineData("-1.0.0")]
    [InlineData("1..0")]
    [InlineData(" 1.0.0")]
    [InlineData("1.0.0 ")]
    [InlineData("1.0.0\\n")]
    [InlineData("\uff11.0.0")]
    [InlineData("1.0.9223372036854775808")]
    public async Task A_malformed_version_is_reported(string version) =>
        await RuleTest.VerifyAsync(
            $"[Pipeline(\"test\", Version = {{|MLP1005:\"{version}\"|}})] public sealed partial class TestPipeline {{ }}"
        );

    [Theory]
    [InlineData("0.0.0")]
    [InlineData("1.2.3")]
    [InlineData("1.0.0-beta.1+build.5")]
    [InlineData("1.0.0-x-y.0a")]
    [InlineData("1.0.0-0")]
    [InlineData("1.0.0--")]
    [InlineData("1.0.0+-.001")]
    [InlineData("1.0.9223372036854775807")]
    public async Task A_semantic_version_is_not_reported(string version) =>
        await RuleTest.VerifyAsync($"[Pipeline(\"test\", Version = \"{version}\")] public sealed partial class TestPipeline {{ }}");
}
