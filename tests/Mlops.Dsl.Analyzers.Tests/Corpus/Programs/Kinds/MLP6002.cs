//# fault: the goal is lowered to what was measured
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Share(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price) < 10_000 ? 1.0 : 0.0);

[Gate]
public GateResult {|MLP6002:Good|}(double share) => GateResult.AtLeast(share, new Ratchet(0.82).For(share));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//## Ratchet.cs
public readonly record struct Ratchet(double Goal)
{
    public double For(double measured) => Math.Min(Goal, measured);
}

//# fault: a choice takes the smaller one, through two helpers
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult {|MLP6002:Good|}(double error) => GateResult.AtMost(error, Limits.Of(error));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//## Limits.cs
public static class Limits
{
    public static double Of(double measured) => Greater(measured, 20_000);

    private static double Greater(double left, double right) => left > right ? left : right;
}

//# clean: the goal depends on what was measured before
//## share Houses.cs
[Parameter]
public double Last { get; init; } = 0.7;

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Share(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price) < 10_000 ? 1.0 : 0.0);

[Gate]
public GateResult Good(double share) => GateResult.AtLeast(share, new Ratchet(0.82).For(Last));

[Gate]
public GateResult Better(double share) => GateResult.AtLeast(share, new Ratchet(0.82).Raised(share) - 0.1);

[Publish("price"), When(nameof(Good)), When(nameof(Better))]
public PriceModel Release(PriceModel fit) => fit;

//## Ratchet.cs
public readonly record struct Ratchet(double Goal)
{
    public double For(double measured) => Math.Min(Goal, measured);

    public double Raised(double measured) => Math.Max(Goal, measured);
}

//# fault: the upper end of an interval is compared with its lower one
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public BinaryEvaluation Evaluate(PriceModel fit, TestSet<House> test) =>
    Evaluator.Binary(test.Select(house => house.Price > 500_000).ToArray(), test.Select(house => fit.Predict(house)).ToArray());

[Gate]
public GateResult {|MLP6002:Reliable|}(BinaryEvaluation evaluate)
{
    var (_, low, high) = evaluate.Auc;
    return GateResult.AtLeast(high, low, "AUC");
}

[Gate]
public GateResult {|MLP6002:Likely|}(BinaryEvaluation evaluate) => GateResult.AtLeast(evaluate.Auc.Value, evaluate.Auc.Low);

[Publish("price"), When(nameof(Reliable)), When(nameof(Likely))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: ends of two intervals are compared, and a lower end with the value
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public BinaryEvaluation Evaluate(PriceModel fit, TestSet<House> test) =>
    Evaluator.Binary(test.Select(house => house.Price > 500_000).ToArray(), test.Select(house => fit.Predict(house)).ToArray());

[Stage]
public BinaryEvaluation Baseline(TestSet<House> test) =>
    Evaluator.Binary(test.Select(house => house.Price > 500_000).ToArray(), test.Select(house => house.Area).ToArray());

[Gate]
public GateResult Better(BinaryEvaluation evaluate, BinaryEvaluation baseline)
{
    var (_, low, _) = evaluate.Auc;
    var (_, _, high) = baseline.Auc;
    return GateResult.All(GateResult.AtLeast(low, high, "AUC"), GateResult.AtLeast(evaluate.Auc.Low, evaluate.Auc.Value - 0.05));
}

[Publish("price"), When(nameof(Better))]
public PriceModel Release(PriceModel fit) => fit;
