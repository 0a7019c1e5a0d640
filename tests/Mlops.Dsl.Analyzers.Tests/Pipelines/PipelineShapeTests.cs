using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class PipelineShapeTests
{
    [Theory]
    [InlineData("public abstract partial class {|MLP1002:TestPipeline|} { }")]
    [InlineData("public static partial class {|MLP1002:TestPipeline|} { }")]
    [InlineData("public sealed partial class {|MLP1002:TestPipeline|}<T> { }")]
    [InlineData("public sealed partial record {|MLP1002:TestPipeline|} { }")]
    [InlineData("file sealed partial class {|MLP1002:TestPipeline|} { }")]
    public async Task A_class_that_cannot_run_is_reported(string declaration) =>
        await RuleTest.VerifyAsync("[Pipeline(\"test\")] " + declaration);

    [Theory]
    [InlineData("partial class Outer<T> { [Pipeline(\"test\")] internal sealed partial class {|MLP1002:TestPipeline|} { } }")]
    [InlineData("partial class Outer { [Pipeline(\"test\")] private sealed partial class {|MLP1002:TestPipeline|} { } }")]
    [InlineData(
        "partial class Outer { private partial class Middle { [Pipeline(\"test\")] public sealed partial class "
            + "{|MLP1002:TestPipeline|} { } } }"
    )]
    public async Task A_class_that_is_hidden_or_generic_by_its_container_is_reported(string code) => await RuleTest.VerifyAsync(code);

    [Fact]
    public async Task The_message_says_why()
    {
        var message = Assert.Single(
            await RuleTest.VerifyAsync("[Pipeline(\"test\")] public abstract partial class {|MLP1002:TestPipeline|} { }")
        );
        Assert.Contains("cannot run because it is abstract", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_before_the_one_of_generated_code_is_reported()
    {
        var project = RuleTest.Project(
            "[Pipeline(\"test\")] public sealed partial class {|MLP1002:TestPipeline|} { [Stage] public int One() => 1; } [Row] public "
                + "sealed partial record {|MLP1082:Reading|}(int Value);"
        );
        var messages = await RuleGroupTest.VerifyAsync(
            project with
            {
                ParseOptions = project.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp11),
            }
        );
        Assert.Equal(
            "Pipeline 'TestPipeline' cannot run because the project is compiled as C# 11.0, and generated code needs 12.0 or later; remove "
                + "LangVersion from the project",
            messages[0]
        );
    }

    [Theory]
    [InlineData("[Pipeline(\"test\")] internal sealed partial class TestPipeline { }")]
    [InlineData("partial record Outer { [Pipeline(\"test\")] internal sealed partial class TestPipeline { } }")]
    [InlineData("partial interface Outer { [Pipeline(\"test\")] sealed partial class TestPipeline { } }")]
    public async Task Classes_that_can_run_are_not_reported(string code) => await RuleTest.VerifyAsync(code);

    [Theory]
    [InlineData(
        "partial class Outer { [Pipeline(\"test\")] private sealed partial class {|MLP1002:TestPipeline|} { } }",
        "partial class Outer { [Pipeline(\"test\")] internal sealed partial class TestPipeline { } }"
    )]
    [InlineData(
        "partial class Outer\n{\n    /// <summary>Text.</summary>\n    [Pipeline(\"test\")]\n    sealed partial class "
            + "{|MLP1002:TestPipeline|} { }\n}",
        "partial class Outer\n{\n    /// <summary>Text.</summary>\n    [Pipeline(\"test\")]\n    internal sealed partial class "
            + "TestPipeline { }\n}"
    )]
    [InlineData(
        "partial class Outer { private protected partial class Middle { [Pipeline(\"test\")] protected sealed partial class "
            + "{|MLP1002:TestPipeline|} { } } }",
        "partial class Outer { internal partial class Middle { [Pipeline(\"test\")] internal sealed partial class TestPipeline { } } }"
    )]
    public async Task The_fix_makes_hidden_classes_internal(string before, string after) =>
        await RuleTest.VerifyFixAsync<MakeInternalFix>(before, after);

    [Fact]
    public async Task There_is_no_fix_for_other_shapes() =>
        Assert.Empty(
            await RuleTest.TitlesAsync<MakeInternalFix>("[Pipeline(\"test\")] public abstract partial class {|MLP1002:TestPipeline|} { }")
        );
}
