using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Contracts;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>A service that names another version of its pipeline than there is.</summary>
public class PipelineVersionFixTests
{
    private static RuleGroupTest Operation { get; } = new(8);

    [Theory]
    [InlineData("0.9.0")]
    [InlineData("2.0.0")]
    [InlineData("latest")]
    public Task The_version_of_the_pipeline_is_named(string made) =>
        Operation.VerifyFixAsync<SetPipelineVersionFix>(
            Service($"PipelineVersion = {{|MLP8005:\"{made}\"|}}"),
            Service("PipelineVersion = \"1.2.0\"")
        );

    [Fact]
    public async Task A_version_that_is_a_constant_is_left_to_the_user() =>
        Assert.Empty(await Operation.TitlesAsync<SetPipelineVersionFix>(Service("PipelineVersion = {|MLP8005:Made|}")));

    private static string Service(string version) =>
        $$"""
            {{TwoProjects.Models.Replace("\"1.0.0\"", "\"1.2.0\"", StringComparison.Ordinal)}}
            [Service("income")]
            public sealed partial class IncomeService
            {
                private const string Made = "2.0.0";

                [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), {{version}})]
                public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
            }
            """;
}
