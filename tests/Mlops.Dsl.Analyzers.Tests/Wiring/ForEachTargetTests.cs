using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class ForEachTargetTests
{
    [Fact]
    public async Task A_target_that_is_no_list_is_reported() =>
        Assert.Equal(
            "[ForEach] of stage 'Use' names 'Count', which has type int; it must be an IReadOnlyList<T>",
            Assert.Single(
                await RuleTest.VerifyMembersAsync(
                    "[Stage] public int Count() => 1; [Stage, ForEach({|MLP1037:nameof(Count)|})] public int Use(int count) => 1;"
                )
            )
        );

    [Fact]
    public async Task Its_element_is_not_reported_as_well() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public HashSet<string> Names() => []; [Stage, ForEach({|MLP1037:nameof(Names)|})] public int Use(string name) => 1;"
        );

    [Fact]
    public async Task A_stage_that_takes_no_element_is_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Stage] public string[] Folds() => []; [Stage, ForEach({|MLP1040:nameof(Folds)|})] public int Use() => 1;"
        );

    [Fact]
    public async Task A_collected_input_that_is_no_list_is_reported() =>
        Assert.Equal(
            "Parameter 'score' of stage 'Sum' has type double, but 'Score' runs once per element, so that its output has type "
                + "IReadOnlyList<double>",
            Assert.Single(
                await RuleTest.VerifyMembersAsync(
                    """
                    [Stage]
                    public string[] Folds() => [];

                    [Stage, ForEach(nameof(Folds))]
                    public double Score(string fold) => 1;

                    [Stage]
                    public double Sum(double {|MLP1038:score|}) => score;
                    """
                )
            )
        );

    [Fact]
    public async Task A_fan_out_that_is_collected_is_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            """
            [Stage]
            public string[] Folds() => [];

            [Stage, ForEach(nameof(Folds))]
            public double Score(string fold) => 1;

            [Stage]
            public double Sum(IReadOnlyList<double> scores, [From(nameof(Score))] IReadOnlyList<double> again) => scores.Sum() + again.Count;
            """
        );
}
