using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineNotPartialTests
{
    [Fact]
    public async Task A_class_that_is_not_partial_is_reported()
    {
        var messages = await RuleTest.VerifyAsync(
            """
            [Pipeline("test")]
            public sealed class {|MLP1001:TestPipeline|}
            {
                [Stage]
                public int Count() => 1;
            }
            """
        );
        Assert.Equal(
            "'TestPipeline' must be partial: the generator adds the pipeline's definition and runners to it",
            Assert.Single(messages)
        );
    }

    [Fact]
    public async Task A_containing_type_that_is_not_partial_is_reported() =>
        await RuleTest.VerifyAsync(
            """
            public class {|MLP1001:Outer|}
            {
                public partial struct Middle
                {
                    [Pipeline("test")]
                    public sealed partial class TestPipeline
                    {
                        [Stage]
                        public int Count() => 1;
                    }
                }
            }
            """
        );

    [Fact]
    public async Task Partial_types_and_other_classes_are_not_reported() =>
        await RuleTest.VerifyAsync(
            """
            public class NoPipeline;

            public partial class Outer
            {
                [Pipeline("test")]
                public sealed partial class TestPipeline
                {
                    [Stage]
                    public int Count() => 1;
                }
            }
            """
        );

    [Fact]
    public async Task The_fix_makes_the_whole_chain_partial() =>
        await RuleTest.VerifyFixAsync<MakePartialFix>(
            """
            class {|MLP1001:Outer|}
            {
                /// <summary>A pipeline.</summary>
                [Pipeline("test")]
                public sealed class {|MLP1001:TestPipeline|}
                {
                }
            }
            """,
            """
            partial class Outer
            {
                /// <summary>A pipeline.</summary>
                [Pipeline("test")]
                public sealed partial class TestPipeline
                {
                }
            }
            """
        );

    [Fact]
    public async Task Fix_all_makes_nested_types_partial_together() =>
        await RuleTest.VerifyFixAllAsync<MakePartialFix>(
            """
            // Types.
            class Outer
            {
                [Pipeline("one")]
                internal sealed class One { }

                [Pipeline("two")]
                internal sealed class Two { }
            }
            """,
            """
            // Types.
            partial class Outer
            {
                [Pipeline("one")]
                internal sealed partial class One { }

                [Pipeline("two")]
                internal sealed partial class Two { }
            }
            """
        );
}
