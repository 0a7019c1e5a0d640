using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class ConditionTargetTests
{
    [Theory]
    [InlineData("[Stage, When({|MLP1039:nameof(Count)|})] public int Use() => 1;")]
    [InlineData("[Stage, Unless({|MLP1039:nameof(Share)|})] public int Use() => 1;")]
    public async Task A_target_that_decides_nothing_is_reported(string member) =>
        await RuleTest.VerifyMembersAsync("[Parameter] public double Share { get; init; } [Stage] public int Count() => 1; " + member);

    [Theory]
    [InlineData("[Stage, When(nameof(Good))] public int Use() => 1;")]
    [InlineData("[Stage, Unless(nameof(Done))] public int Use() => 1;")]
    [InlineData("[Stage, When(nameof(Fast))] public int Use() => 1;")]
    [InlineData("[Stage, When(\"Ready\")] public int Use() => 1;")]
    public async Task Gates_and_bools_are_not_reported(string member) =>
        await RuleTest.VerifyMembersAsync(
            """
            [Parameter]
            public bool Fast { get; init; }

            [Gate]
            public GateResult Good() => GateResult.Pass("");

            [Stage]
            public bool Done() => true;

            [Stage]
            public (bool Ready, int Other) Both() => (true, 1);


            """ + member
        );
}
