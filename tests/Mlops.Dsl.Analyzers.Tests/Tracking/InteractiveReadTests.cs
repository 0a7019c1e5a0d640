using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class InteractiveReadTests
{
    [Theory]
    [InlineData("[Stage] public string Ask() => {|MLP3006:Console.ReadLine()|}!;")]
    [InlineData("[Stage] public int Ask() => {|MLP3006:Console.In|}.Read();")]
    [InlineData("[Stage, NoCache] public string Ask() => {|MLP3006:Console.ReadKey(true)|}.KeyChar.ToString();")]
    [InlineData(
        "[Gate] public GateResult Ask() => {|MLP3006:Console.ReadLine()|} == \"y\" ? GateResult.Pass(\"yes\") : GateResult.Refuse(\"no\");"
    )]
    public async Task Reading_what_a_person_types_is_reported(string members) => await TrackingTest.Rules.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[Stage] public int Tell() { Console.WriteLine(nameof(Console.ReadLine)); return 1; }")]
    [InlineData("[Source] public string Lines() => Console.In.ReadToEnd();")]
    [InlineData("public string? Ask() => Console.ReadLine();")]
    [InlineData("[Parameter] public string Name { get; init; } = Console.ReadLine() ?? \"\"; [Stage] public string Hello() => Name;")]
    public async Task Writing_sources_and_defaults_are_not_reported(string members) => await TrackingTest.Rules.VerifyMembersAsync(members);

    [Fact]
    public async Task The_message_names_the_stage_and_the_call() =>
        Assert.Equal(
            "Stage 'Ask' reads 'Console.ReadLine': no run records what was typed, no schedule can type it, and the cached result is reused "
                + "whatever is typed next; take it as a [Parameter]",
            Assert.Single(await TrackingTest.Rules.VerifyMembersAsync("[Stage] public string Ask() => {|MLP3006:Console.ReadLine()|}!;"))
        );
}
