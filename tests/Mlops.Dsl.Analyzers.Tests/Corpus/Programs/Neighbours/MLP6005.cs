//# fault: a gate asks how many rows there are, and which sign a coefficient has
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6005:Enough|}(PriceModel learn, TrainSet<House> train) =>
    learn.Slope > 0 && train.Count >= 500 ? GateResult.Pass("rises") : GateResult.Refuse("falls, or few rows");

[Publish("price"), When(nameof(Enough))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: how many rows were held out says nothing of the model
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6005:Enough|}(PriceModel learn, TestSet<House> test)
{
    if (test is { Count: < 100 } || !test.Any())
    {
        return GateResult.Refuse("few rows");
    }

    return GateResult.AtLeast(learn.Slope, 0.1);
}

[Publish("price"), When(nameof(Enough))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: rows are counted, and the hits among them as well
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Good(PriceModel learn, TestSet<House> test) =>
    test.Count >= 100 && test.Count(house => Math.Abs(learn.Predict(house) - house.Price) < 10_000) >= 0.8 * test.Count
        ? GateResult.Pass("near enough")
        : GateResult.Refuse("far off");

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: one gate counts, and another one measures
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(PriceModel fit, TrainSet<House> train) => train.Count >= 500 && fit.Slope > 0 ? GateResult.Pass("enough") : GateResult.Refuse("few rows");

[Publish("price"), When(nameof(Enough)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
