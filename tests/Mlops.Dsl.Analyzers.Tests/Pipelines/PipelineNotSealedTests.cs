using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineNotSealedTests
{
    [Fact]
    public async Task A_class_that_is_not_sealed_is_pointed_out() =>
        await RuleTest.VerifyAsync("[Pipeline(\"test\")] public partial class {|MLP1009:TestPipeline|} { }");

    [Fact]
    public async Task The_fix_seals_the_class() =>
        await RuleTest.VerifyFixAsync<SealPipelineFix>(
            "[Pipeline(\"test\")] public partial class TestPipeline { }",
            "[Pipeline(\"test\")] public sealed partial class TestPipeline { }"
        );

    [Fact]
    public async Task No_fix_is_offered_where_members_are_virtual() =>
        Assert.Empty(
            await RuleTest.TitlesAsync<SealPipelineFix>(
                "[Pipeline(\"test\")] public partial class TestPipeline { public virtual int Size => 1; }"
            )
        );
}
