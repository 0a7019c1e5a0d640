using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class DuplicatePipelineNameTests
{
    [Fact]
    public async Task The_second_pipeline_of_a_name_is_reported()
    {
        var messages = await RuleTest.VerifyAsync(
            "[Pipeline({|MLP1006:\"docs\"|})] public sealed partial class Second { }",
            "[Pipeline(\"docs\")] public sealed partial class First { }"
        );
        Assert.Equal("'docs' is also the name of pipeline 'First': commands could not tell them apart", Assert.Single(messages));
    }

    [Fact]
    public async Task Different_names_are_not_reported() =>
        await RuleTest.VerifyAsync(
            "[Pipeline(\"docs\")] public sealed partial class Second { }",
            "[Pipeline(\"docs-2\")] public sealed partial class First { }"
        );
}
