//# fault: hits are counted on the rows that each fold was fitted to
//## share Unsplit.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(Validated<House> check) => check.Folds(5, seed: 2);

[Stage, ForEach(nameof(Folds))]
public double FoldShare(Fold<House> fold)
{
    var model = PriceModel.Fit(fold.Train);
    return fold.Train.Average(house => Math.Abs(model.Predict(house) - house.Price) < 10_000 ? 1.0 : 0.0);
}

[Stage]
public double Mean(IReadOnlyList<double> foldShare) => foldShare.Average();

[Gate]
public GateResult Good(double {|MLP2007:mean|}) => GateResult.AtLeast(mean, 0.7);

[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: hits are counted on the other rows of each fold
//## share Unsplit.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(Validated<House> check) => check.Folds(5, seed: 2);

[Stage, ForEach(nameof(Folds))]
public double FoldShare(Fold<House> fold)
{
    var model = PriceModel.Fit(fold.Train);
    return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price) < 10_000 ? 1.0 : 0.0);
}

[Stage]
public double Mean(IReadOnlyList<double> foldShare) => foldShare.Average();

[Gate]
public GateResult Good(double mean) => GateResult.AtLeast(mean, 0.7);

[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a helper measures sets by name, and the gate looks up the wrong one
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Errors(PriceModel fit, TrainSet<House> train, TestSet<House> test) => Scores.Of(fit, ("train", train), ("test", test));

[Gate]
public GateResult Good(Dictionary<string, double> {|MLP2007:errors|}) => GateResult.AtMost(errors["train"], 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//## Scores.cs
public static class Scores
{
    public static Dictionary<string, double> Of(PriceModel model, params (string Name, IReadOnlyList<House> Rows)[] sets) =>
        sets.ToDictionary(set => set.Name, set => set.Rows.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

//# fault: a list of pairs is turned into a dictionary step by step
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Errors(PriceModel fit, TrainSet<House> train, TestSet<House> test)
{
    (string Name, IReadOnlyList<House> Rows)[] sets = [("fitted", train), ("held-out", test)];
    return sets.Select(set => (set.Name, Error: set.Rows.Average(house => Math.Abs(fit.Predict(house) - house.Price)))).ToDictionary(pair => pair.Name, pair => pair.Error);
}

[Gate]
public GateResult Good(Dictionary<string, double> {|MLP2007:errors|}) => GateResult.AtMost(errors["fitted"], 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the gate looks up the test set, or both
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Errors(PriceModel fit, TrainSet<House> train, TestSet<House> test) => Scores.Of(fit, ("train", train), ("test", test));

[Gate]
public GateResult Good(Dictionary<string, double> errors) => GateResult.AtMost(errors["test"], 20_000);

[Gate]
public GateResult Fits(Dictionary<string, double> errors) => GateResult.AtMost(errors["test"] - errors["train"], 5_000);

[Publish("price"), When(nameof(Good)), When(nameof(Fits))]
public PriceModel Release(PriceModel fit) => fit;

//## Scores.cs
public static class Scores
{
    public static Dictionary<string, double> Of(PriceModel model, params (string Name, IReadOnlyList<House> Rows)[] sets) =>
        sets.ToDictionary(set => set.Name, set => set.Rows.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}
