public sealed partial class TestPipeline
{
    [Stage]
    public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

    [Stage]
    public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

    [Gate]
    public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);
}
