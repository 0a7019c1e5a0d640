using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class IllTypedInputTests
{
    [Fact]
    public async Task A_name_of_another_type_is_reported_and_does_not_fall_through()
    {
        var message = Assert.Single(
            await RuleTest.VerifyMembersAsync(
                """
                [Stage]
                public string Count() => "";

                [Stage]
                public int Size() => 1;

                [Stage]
                public int Twice(int {|MLP1033:count|}) => 2 * count;
                """
            )
        );
        Assert.Equal(
            "Parameter 'count' of stage 'Twice' has type int, but the output 'Count' that it names has type string; of its type there "
                + "is 'Size'",
            message
        );
    }

    [Fact]
    public async Task A_from_of_another_type_is_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public string Count() => \"\"; [Stage] public int Twice([From({|MLP1033:nameof(Count)|})] int x) => 2 * x;"
        );

    [Theory]
    [InlineData("string", "string?")]
    [InlineData("string[]", "IReadOnlyList<string>")]
    public async Task A_type_that_converts_is_not_reported(string output, string input) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public {output} Count() => default!; [Stage] public int Use({input} count) => 1;");

    [Fact]
    public async Task The_fix_binds_to_the_output_of_the_right_type() =>
        await RuleTest.VerifyMembersFixAsync<AddFromFix>(
            """
            [Stage]
            public string Count() => "";

            [Stage]
            public int Size() => 1;

            [Stage]
            public int Twice(int count) => 2 * count;
            """,
            """
            [Stage]
            public string Count() => "";

            [Stage]
            public int Size() => 1;

            [Stage]
            public int Twice([From(nameof(Size))] int count) => 2 * count;
            """
        );

    [Fact]
    public async Task The_fix_replaces_a_from() =>
        await RuleTest.VerifyMembersFixAsync<AddFromFix>(
            "[Stage] public string Count() => \"\"; [Stage] public int Size() => 1; [Stage] public int Twice([From(nameof(Count))] int x) "
                + "=> 2 * x;",
            "[Stage] public string Count() => \"\"; [Stage] public int Size() => 1; [Stage] public int Twice([From(nameof(Size))] int x) "
                + "=> 2 * x;"
        );
}
