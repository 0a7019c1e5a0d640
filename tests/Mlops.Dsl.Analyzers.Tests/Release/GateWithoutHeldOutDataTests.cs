using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Release;

namespace Mlops.Dsl.Analyzers.Tests.Release;

public class GateWithoutHeldOutDataTests
{
    private const string Released = "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit; ";

    [Theory]
    [InlineData("[Gate] public GateResult {|MLP6005:Good|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 1);")]
    [InlineData("[Gate] public GateResult {|MLP6005:Good|}(Raw<House> read) => GateResult.AtLeast(read.Count, 1);")]
    [InlineData(
        "[Stage] public double Error(PriceModel fit, Validated<House> check) => check.Average(h => h.Price - fit.Slope); [Gate] public "
            + "GateResult {|MLP6005:Good|}(double error) => GateResult.AtMost(error, 1);"
    )]
    public async Task A_gate_about_a_model_without_held_out_data_is_reported(string members)
    {
        var message = Assert.Single(await ReleaseTest.VerifyAsync(Released + members));
        Assert.StartsWith(
            "Gate 'Good' decides about 'Release', but nothing that it looks at was measured on held-out data",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1);")]
    // A metric of the training set is the business of a rule about leakage.
    [InlineData(
        "[Stage] public double Error(PriceModel fit, TrainSet<House> train) => train.Average(h => h.Price - fit.Slope); [Gate] public "
            + "GateResult Good(double error) => GateResult.AtMost(error, 1);"
    )]
    [InlineData(
        "[Gate] public GateResult Good(PriceModel fit, TestSet<House> test) => GateResult.AtMost(test.Average(h => h.Price - "
            + "fit.Slope), 1);"
    )]
    [InlineData(
        "[Stage] public double Error(RegressionMetrics evaluate) => evaluate.Error; [Gate] public GateResult Good(double error) => "
            + "GateResult.AtMost(error, 1);"
    )]
    [InlineData(
        "[Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 1); [Gate] public GateResult "
            + "Good(RegressionMetrics evaluate, GateResult fresh) => GateResult.All(fresh, GateResult.AtMost(evaluate.Error, 1));"
    )]
    [InlineData(
        "[Source(\"benchmark/*.csv\")] public partial FileSet Benchmark(); [Stage] public double Error(PriceModel fit, FileSet benchmark) "
            + "=> benchmark.Count * fit.Slope; [Gate] public GateResult Good(double error) => GateResult.AtMost(error, 1);"
    )]
    public async Task Held_out_data_may_be_anywhere_on_the_way(string members) => await ReleaseTest.VerifyAsync(Released + members);

    [Theory]
    [InlineData(
        "[Stage] public double Error(PriceModel learn, TrainSet<House> train) => train.Average(h => h.Price - learn.Slope); [Gate] public "
            + "GateResult Good(double {|MLP2007:error|}) => GateResult.AtMost(error, 1);"
    )]
    [InlineData("[Gate] public GateResult Good(double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1);")]
    [InlineData(
        "[Stage] public double Rounded(double loss) => Math.Round(loss, 2); [Gate] public GateResult Good(double {|MLP2007:rounded|}) => "
            + "GateResult.AtMost(rounded, 1);"
    )]
    [InlineData(
        "[Gate] public GateResult {|MLP6005:Good|}(double loss) => GateResult.AtMost(loss, 1); [Stage] public double Error(PriceModel "
            + "learn, TestSet<House> test) => test.Average(h => h.Price - learn.Slope); [Gate] public GateResult Other(double error) => "
            + "GateResult.AtMost(error, 1);"
    )]
    public async Task A_metric_of_the_training_set_is_reported_once(string members) =>
        await new RuleGroupTest(2, 6).VerifyAsync(
            ReleaseTest.Pipeline(
                members.Contains("Other", StringComparison.Ordinal)
                    ? members + Learning + "[Publish(\"other\"), When(nameof(Other))] public string Note() => \"\";"
                    : members + Learning
            )
        );

    private const string Learning =
        " [Stage] public (PriceModel Learn, double Loss) FitModel(TrainSet<House> train) { var model = new PriceModel(train.Average(h => "
        + "h.Price)); return (model, train.Average(h => h.Price - model.Slope)); } "
        + "[Publish(\"prices\"), When(nameof(Good))] public PriceModel Release(PriceModel learn) => learn; ";

    [Fact]
    public async Task One_of_several_gates_is_enough() =>
        await ReleaseTest.VerifyAsync(
            """
            [Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 1);
            [Gate] public GateResult Good(RegressionMetrics evaluate) => GateResult.AtMost(evaluate.Error, 1);
            [Publish("prices"), When(nameof(Fresh)), When(nameof(Good))] public PriceModel Release(PriceModel fit) => fit;
            """
        );

    [Fact]
    public async Task A_gate_about_data_needs_no_model() =>
        await ReleaseTest.VerifyAsync(
            """
            [Gate] public GateResult Fresh(Raw<House> read) => GateResult.AtLeast(read.Count, 1);
            [Publish("houses"), When(nameof(Fresh))] public Validated<House> Release(Validated<House> check) => check;
            """
        );

    [Fact]
    public async Task The_fix_takes_what_was_measured() =>
        await ReleaseTest.Group.VerifyFixAsync<TakeMetricFix>(
            ReleaseTest.Pipeline(Released + "[Gate] public GateResult Good(PriceModel fit) => GateResult.AtLeast(fit.Slope, 1);"),
            ReleaseTest.Pipeline(
                Released + "[Gate] public GateResult Good(RegressionMetrics evaluate, PriceModel fit) => GateResult.AtLeast(fit.Slope, 1);"
            )
        );
}
