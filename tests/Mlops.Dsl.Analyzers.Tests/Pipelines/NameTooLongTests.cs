using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Pipelines;

public class NameTooLongTests
{
    [Fact]
    public async Task A_pipeline_s_name_that_leaves_no_room_in_a_file_s_is_reported()
    {
        var message = Assert.Single(
            await RuleTest.VerifyAsync(
                $"[Pipeline({{|MLP1028:\"{new string('a', 201)}\"|}})] public sealed partial class TestPipeline {{ [Stage] public int "
                    + $"One() => 1; }}"
            )
        );
        Assert.Equal(
            $"The name of pipeline '{new string('a', 40)}…' has 201 bytes, and files are called after it: use at most 200",
            message
        );
    }

    [Theory]
    [InlineData("a", 201)]
    [InlineData("é", 101)]
    [InlineData("学", 67)]
    public async Task A_stage_s_name_is_measured_in_bytes(string letter, int count) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public int {{|MLP1028:{string.Concat(Enumerable.Repeat(letter, count))}|}}() => 1;");

    [Theory]
    [InlineData("a", 200)]
    [InlineData("é", 100)]
    [InlineData("学", 66)]
    public async Task The_longest_name_is_not_reported(string letter, int count)
    {
        var name = string.Concat(Enumerable.Repeat(letter, count));
        await RuleTest.VerifyAsync(
            $"[Pipeline(\"{new string('a', 200)}\")] public sealed partial class TestPipeline {{ [Stage] public int {name}() => 1; }}"
        );
    }
}
