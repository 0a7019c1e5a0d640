using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class DecideByMetricFixTests
{
    private const string Stages = """
        [Stage]
        public (Line Line, double Loss) FitLine(TrainSet<House> train)
        {
            var line = Trainer.Fit(train);
            return (line, Trainer.Error(line, train));
        }

        [Stage]
        public double Error(Line line, TestSet<House> test) => Trainer.Error(line, test);

        [Stage]
        public string Text(Line line, TestSet<House> test) => $"{Trainer.Error(line, test)}";


        """;

    [Theory]
    [InlineData("double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1.0);", "double error) => GateResult.AtMost(error, 1.0);")]
    [InlineData(
        "[From(\"Loss\")] double {|MLP2007:known|}) => GateResult.AtMost(known, 1.0);",
        "[From(nameof(Error))] double known) => GateResult.AtMost(known, 1.0);"
    )]
    [InlineData(
        "double {|MLP2007:loss|}) { var error = 1.0; return GateResult.AtMost(loss, error); }",
        "[From(nameof(Error))] double loss) { var error = 1.0; return GateResult.AtMost(loss, error); }"
    )]
    public async Task A_gate_takes_the_metric_of_the_test_set(string before, string after) =>
        await LeakageTest.VerifyStagesFixAsync<DecideByMetricFix>(
            $"{Stages}[Gate]\npublic GateResult Good({before}",
            $"{Stages}[Gate]\npublic GateResult Good({after}",
            title: "Decide by 'Error'"
        );

    [Fact]
    public async Task Only_metrics_of_the_gates_type_are_offered() =>
        Assert.Equal(
            ["Decide by 'Error'"],
            await LeakageTest.StagesTitlesAsync<DecideByMetricFix>(
                Stages + "[Gate] public GateResult Good(double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1.0);"
            )
        );
}
