using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class MutableStateTests
{
    [Theory]
    [InlineData("private int {|MLP1007:_count|};")]
    [InlineData("private static int {|MLP1007:s_count|};")]
    [InlineData("public int {|MLP1007:Count|} { get; set; }")]
    [InlineData("public static int {|MLP1007:Count|} { get; private set; }")]
    [InlineData("public event EventHandler? {|MLP1007:Changed|};")]
    public async Task State_that_can_change_is_reported(string members) =>
        await RuleTest.VerifyMembersAsync("#pragma warning disable CS0169, CS0067\n" + members);

    [Theory]
    [InlineData("private readonly int _count = 1; private const int Most = 3; private static readonly int[] Sizes = [1];")]
    [InlineData("public int Count { get; } = 1;")]
    [InlineData("public int Count { get; init; }")]
    [InlineData("public int Count { get => 1; set { } }")]
    [InlineData("[Parameter] public int Count { get; set; }")]
    [InlineData("[Secret] public string? Token { get; set; }")]
    public async Task Fixed_state_and_parameters_are_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task Other_classes_are_not_reported() =>
        await RuleTest.VerifyAsync("public class Trainer { public int Epoch { get; set; } public int Step; }");

    [Fact]
    public async Task The_fix_makes_fields_readonly_and_properties_init_only() =>
        await RuleTest.VerifyMembersFixAsync<MutableStateFix>(
            """
            int _first = 1;
            // The second.
            private static int s_second;
            public int Third { get; set; }
            public TestPipeline() => _first = 2;
            """,
            """
            readonly int _first = 1;
            // The second.
            private static readonly int s_second;
            public int Third { get; init; }
            public TestPipeline() => _first = 2;
            """
        );

    [Fact]
    public async Task Fix_all_fixes_fields_of_all_pipelines() =>
        await RuleTest.VerifyFixAllAsync<MutableStateFix>(
            """
            #pragma warning disable CS0169
            [Pipeline("one")]
            public sealed partial class One
            {
                private int _first;
                private string? _second;
            }

            [Pipeline("two")]
            public sealed partial class Two
            {
                private int _third;
            }
            """,
            """
            #pragma warning disable CS0169
            [Pipeline("one")]
            public sealed partial class One
            {
                private readonly int _first;
                private readonly string? _second;
            }

            [Pipeline("two")]
            public sealed partial class Two
            {
                private readonly int _third;
            }
            """
        );

    [Theory]
    [InlineData("private int _count; [Stage] public int Count() => _count++;")]
    [InlineData("private int _count; [Stage] public int Count() => this._count = 1;")]
    [InlineData("private int _count; [Stage] public int Count() => Interlocked.Increment(ref _count);")]
    [InlineData("private int Last { get; set; } [Stage] public int Count() => Last = 1;")]
    [InlineData("public static int Count { get; set; }")]
    public async Task No_fix_is_offered_where_it_would_not_compile(string members) =>
        Assert.Empty(await RuleTest.TitlesAsync<MutableStateFix>(RuleTest.Pipeline(members)));
}
