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
