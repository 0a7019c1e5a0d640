//# fault: the gate looks at the model's own parameters only
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6005:Plausible|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Publish("price"), When(nameof(Plausible))]
public PriceModel Release(PriceModel fit) => fit;
//## .editorconfig
root = true
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: the gate asks how many rows there were
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6005:Enough|}(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("price"), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;
//## .editorconfig
root = true
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: one of two gates measures on the test set
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 1000);

[Publish("price"), When(nameof(Enough)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the gate measures itself
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Accurate(PriceModel fit, TestSet<House> test) =>
    GateResult.AtMost(test.Average(house => Math.Abs(fit.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: cross-validation holds rows out as well
[Source("houses.csv")]
public partial FileArtifact File();

[Stage]
public Raw<House> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new House(line, 100, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public IReadOnlyList<Fold<House>> Folds(Validated<House> check) => check.Folds(5, seed: 42);

[Stage, ForEach(nameof(Folds))]
public double FoldError(Fold<House> fold)
{
    var model = PriceModel.Fit(fold.Train);
    return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Stage]
public PriceModel Fit(IReadOnlyList<Fold<House>> folds) => PriceModel.Fit(folds[0].Train);

[Gate]
public GateResult Accurate(IReadOnlyList<double> foldError) => GateResult.AtMost(foldError.Average(), 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
