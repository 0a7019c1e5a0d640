//# fault: the gate compares two models by their own parameters
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Gate]
public GateResult {|MLP6005:Moved|}(PriceModel learn, PriceModel flat) => GateResult.AtMost(Math.Abs(learn.Offset - flat.Offset), 1e5);

[Publish("price"), When(nameof(Moved))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: another source is the benchmark of the gate
//## share Houses.cs
[Source("benchmark.csv")]
public partial FileArtifact BenchmarkFile();

[Stage]
public Validated<House> Benchmark(FileArtifact benchmarkFile) => new Raw<House>(benchmarkFile.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public PriceModel Learn(Validated<House> check) => PriceModel.Fit(check);

[Stage]
public double BenchmarkError(PriceModel learn, Validated<House> benchmark) => benchmark.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Good(double benchmarkError) => GateResult.AtMost(benchmarkError, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: cross-validated losses decide, from folds of the training rows
//## share Houses.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 3);

[Stage, ForEach(nameof(Folds))]
public double FoldLoss(Fold<House> fold)
{
    var model = PriceModel.Fit(fold.Train);
    return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Good(IReadOnlyList<double> foldLoss) => GateResult.AtMost(foldLoss.Average(), 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none
