using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class RowNotPartialTests
{
    [Fact]
    public async Task A_row_that_is_not_partial_is_reported() =>
        await RuleTest.VerifyAsync("[Row] public sealed record {|MLP1081:Member|}(string Id);");

    [Fact]
    public async Task The_fix_makes_it_partial() =>
        await RuleTest.VerifyFixAsync<MakePartialFix>(
            "class Outer { [Row] internal sealed record Member(string Id); }",
            "partial class Outer { [Row] internal sealed partial record Member(string Id); }"
        );

    [Fact]
    public async Task A_partial_row_is_not_reported() =>
        await RuleTest.VerifyAsync("[Row] public sealed partial record Member(string Id);");
}
