using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineNameTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"Api-Docs\"")]
    [InlineData("\"api docs\"")]
    [InlineData("\"api_docs\"")]
    [InlineData("\"-api\"")]
    [InlineData("\"api-\"")]
    [InlineData("\"api--docs\"")]
    [InlineData("\"../api\"")]
    [InlineData("\"api\\n\"")]
    [InlineData("null!")]
    public async Task An_invalid_name_is_reported(string name) =>
        await RuleTest.VerifyAsync($"[Pipeline({{|MLP1004:{name}|}})] public sealed partial class TestPipeline {{ }}");

    [Theory]
    [InlineData("api-docs")]
    [InlineData("a")]
    [InlineData("v2-docs-3")]
    [InlineData("2nd")]
    public async Task A_valid_name_is_not_reported(string name) =>
        await RuleTest.VerifyAsync($"[Pipeline(\"{name}\")] public sealed partial class TestPipeline {{ }}");

    [Theory]
    [InlineData("ApiDocs", "api-docs")]
    [InlineData("api docs_2", "api-docs-2")]
    [InlineData(" API ", "api")]
    public async Task The_fix_writes_the_nearest_valid_name(string before, string after) =>
        await RuleTest.VerifyFixAsync<UseNearestNameFix>(
            $"[Pipeline(\"{before}\")] public sealed partial class TestPipeline {{ }}",
            $"[Pipeline(\"{after}\")] public sealed partial class TestPipeline {{ }}"
        );

    [Fact]
    public async Task No_fix_is_offered_where_no_letter_is_left() =>
        Assert.Empty(await RuleTest.TitlesAsync<UseNearestNameFix>("[Pipeline(\"---\")] public sealed partial class TestPipeline { }"));
}
