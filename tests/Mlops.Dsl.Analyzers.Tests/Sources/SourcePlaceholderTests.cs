using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourcePlaceholderTests
{
    [Fact]
    public async Task A_misspelt_placeholder_is_reported_with_the_nearest_parameter()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                """
                [Parameter]
                public string DocsFolder { get; init; } = "docs";

                [Source("{|MLP1054:DocFolder|}/*.xml")]
                public partial FileSet Docs();
                """.Replace("{|MLP1054:DocFolder|}", "{{|MLP1054:DocFolder|}}", StringComparison.Ordinal)
            )
        );
        Assert.Equal("'DocFolder' is no parameter; did you mean 'DocsFolder'?", message);
    }

    [Theory]
    [InlineData("[Source(\"{{|MLP1054:Folder|}}/*.xml\")] public partial FileSet Docs();")]
    [InlineData("public string Folder { get; } = \"x\"; [Source(\"{{|MLP1054:Folder|}}/*.xml\")] public partial FileSet Docs();")]
    [InlineData("[Secret] public string? Folder { get; init; } [Source(\"{{|MLP1054:Folder|}}/*.xml\")] public partial FileSet Docs();")]
    public async Task A_placeholder_that_is_no_parameter_with_a_text_is_reported(string members) =>
        await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task The_whole_argument_is_marked_where_it_is_no_plain_literal() =>
        await RuleTest.VerifyMembersAsync(
            "private const string Where = \"{Folder}/*.xml\"; [Source({|MLP1054:Where|})] public partial FileSet Docs();"
        );

    [Theory]
    [InlineData("int")]
    [InlineData("string?")]
    [InlineData("DateOnly")]
    [InlineData("DayOfWeek")]
    public async Task A_parameter_with_a_text_is_not_reported(string type) =>
        await RuleTest.VerifyMembersAsync(
            $"[Parameter] public {type} Folder {{ get; init; }} = default!; [Source(\"{{Folder}}/*.xml\")] public partial FileSet Docs();"
        );

    [Fact]
    public async Task The_fix_writes_the_nearest_parameter() =>
        await RuleTest.VerifyMembersFixAsync<UseNearestNameFix>(
            """
            [Parameter]
            public string DocsFolder { get; init; } = "docs";

            [Source("{DocFolder}/{DocsFoldr}/*.xml")]
            public partial FileSet Docs();
            """,
            """
            [Parameter]
            public string DocsFolder { get; init; } = "docs";

            [Source("{DocsFolder}/{DocsFolder}/*.xml")]
            public partial FileSet Docs();
            """
        );
}
