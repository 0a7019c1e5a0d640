using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class InheritedMembersTests
{
    [Fact]
    public async Task What_a_pipeline_does_not_inherit_from_another_is_named()
    {
        var message = Assert.Single(
            await RuleTest.VerifyAsync(
                """
                #pragma warning disable MLP1009
                [Pipeline("base")]
                public partial class BasePipeline
                {
                    [Parameter] public int Seed { get; init; }
                    [Stage] public int Count() => Seed;
                    public int Help() => 1;
                }

                [Pipeline("derived")]
                public sealed partial class {|MLP1026:DerivedPipeline|} : BasePipeline
                {
                    [Stage] public int Twice() => 2 * Count();
                }
                """
            )
        );
        Assert.StartsWith(
            "Pipeline 'DerivedPipeline' does not have 'Seed' and 'Count' of its base class 'BasePipeline'",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_base_class_of_another_assembly_is_looked_into()
    {
        var library = RuleTest.Project("public abstract class Steps { [Stage] public int Count() => 1; }") with
        {
            AssemblyName = "Library",
        };
        var project = RuleTest.Project("[Pipeline(\"test\")] public sealed partial class {|MLP1026:TestPipeline|} : Steps { }");
        await RuleGroupTest.VerifyAsync(
            project with
            {
                References = [.. project.References, MetadataReference.CreateFromImage(library.CreateCompilation().EmitImage())],
            }
        );
    }

    [Theory]
    [InlineData("public class Steps { public int Count() => 1; }", ": Steps { [Stage] public int Twice() => 2 * Count(); }")]
    [InlineData("public abstract class Steps { public abstract int Count(); }", ": Steps { [Stage] public override int Count() => 1; }")]
    public async Task Base_classes_that_help_are_not_reported(string code, string pipeline) =>
        await RuleTest.VerifyAsync(code + " [Pipeline(\"test\")] public sealed partial class TestPipeline " + pipeline);

    [Fact]
    public async Task A_stage_that_is_declared_again_is_not_missing() =>
        await RuleTest.VerifyAsync(
            """
            #pragma warning disable MLP1009
            [Pipeline("base")]
            public partial class BasePipeline
            {
                [Stage] public virtual int Count() => 1;
            }

            [Pipeline("derived")]
            public sealed partial class DerivedPipeline : BasePipeline
            {
                [Stage] public override int Count() => 2;
            }
            """
        );
}
