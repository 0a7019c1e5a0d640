using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Stages;

public class ConflictingAttributesTests
{
    [Theory]
    [InlineData("[Stage, {|MLP1016:Gate|}] public GateResult Good() => GateResult.Pass(\"\");")]
    [InlineData("[Stage] [{|MLP1016:Publish(\"x\")|}] public int Count() => 1;")]
    [InlineData("[Parameter] [{|MLP1016:Secret|}] public string Token { get; init; } = \"\";")]
    [InlineData(
        "[Gate] public GateResult Good() => GateResult.Pass(\"\"); [Stage, When(nameof(Good)), {|MLP1016:Unless(nameof(Good))|}] public "
            + "int Count() => 1;"
    )]
    [InlineData("[Stage] public int A() => 1; [Stage] public int B([From(nameof(A)), {|MLP1016:FromServices|}] int x) => x;")]
    [InlineData(
        "[Stage] public int[] A() => [1]; [Gate, {|MLP1016:ForEach(nameof(A))|}] public GateResult Good(int x) => GateResult.Pass(\"\");"
    )]
    public async Task Contradictions_are_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task Conditions_on_different_gates_are_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            """
            [Gate]
            public GateResult Good() => GateResult.Pass("");

            [Gate]
            public GateResult Frozen() => GateResult.Pass("");

            [Stage, When(nameof(Good)), Unless(nameof(Frozen)), NoCache, Retry(3)]
            public int Count() => 1;
            """
        );

    [Fact]
    public async Task The_fix_removes_the_second_attribute() =>
        await RuleTest.VerifyMembersFixAsync<RemoveAttributeFix>(
            """
            /// <summary>Counts.</summary>
            [Stage]
            [Publish("x")]
            public int Count() => 1;

            [Stage, Publish("y")]
            public int Sum() => 1;
            """,
            """
            /// <summary>Counts.</summary>
            [Stage]
            public int Count() => 1;

            [Stage]
            public int Sum() => 1;
            """
        );
}
