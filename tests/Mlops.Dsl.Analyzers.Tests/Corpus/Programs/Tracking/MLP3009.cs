//# fault: a second model is fitted for nobody
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel {|MLP3009:Flat|}(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release([From(nameof(Fit))] PriceModel fit) => fit;

//# fault: the validation rows of a split
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) {|MLP3009:Split|}(Validated<House> check) => check.Split(0.6, 0.2, seed: 1);

//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a source that nothing reads
//## share Houses.cs
//## share Trained.cs
[Source("notes.txt")]
public partial FileArtifact {|MLP3009:Notes|}();

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a metric is for people
//## share Houses.cs
//## share Trained.cs
[Stage]
public double TrainError(PriceModel fit, TrainSet<House> train) => train.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: nothing is published: all outputs are looked at in the store
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

//# clean: a gate reads it
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Bias(PriceModel fit, TestSet<House> test) => test.Average(house => fit.Predict(house) - house.Price);

[Gate]
public GateResult Unbiased(double bias) => GateResult.AtMost(Math.Abs(bias), 1_000);

[Publish("price"), When(nameof(Accurate)), When(nameof(Unbiased))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a second test set is left over
//## share Houses.cs
[Stage]
public (TrainSet<House> Small, TestSet<House> Held) {|MLP3009:Sample|}(Validated<House> check) => check.Split(0.1, seed: 1);

[Stage]
public PriceModel Fit(TrainSet<House> small) => PriceModel.Fit(small);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Stage]
public double TrainError(PriceModel fit, TrainSet<House> train) => train.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a model of the residuals that nobody takes
//## share Houses.cs
//## share Trained.cs
[Stage]
public ResidualModel {|MLP3009:Residuals|}(PriceModel fit, TrainSet<House> train) => new(train.Average(house => house.Price - fit.Predict(house)));

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

public sealed record ResidualModel(double Bias);

//# fault: numbers row by row beside the model
//## share Houses.cs
[Stage]
public (PriceModel Fit, float[] Residuals) {|MLP3009:Learn|}(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    return (model, [.. train.Select(house => (float)(house.Price - model.Predict(house)))]);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Close(double error) => GateResult.AtMost(error, 40_000);

[Publish("prices", Purpose = "A first guess."), When(nameof(Close))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: numbers row by row that a stage of their own makes, and a number beside the model
//## share Houses.cs
[Stage]
public (PriceModel Fit, double Spread) Learn(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    return (model, train.Max(house => house.Price - model.Predict(house)));
}

[Stage]
public List<double> Residuals(PriceModel fit, TrainSet<House> train) => [.. train.Select(house => house.Price - fit.Predict(house))];

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Close(double error) => GateResult.AtMost(error, 40_000);

[Publish("prices", Purpose = "A first guess."), When(nameof(Close))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: rows that were changed, beside the limit that they were changed by
//## share Houses.cs
[Stage]
public (Limited Limited, double Limit) {|MLP3009:Clip|}(TrainSet<House> train)
{
    var limit = 2 * train.Average(house => house.Price);
    var rows = new Limited([.. train.Select(house => house with { Price = Math.Min(house.Price, limit) })]);
    return (rows, limit);
}

[Stage]
public PriceModel Fit(TrainSet<House> train, double limit) => PriceModel.Fit([.. train.Where(house => house.Price < limit)]);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Close(double error) => GateResult.AtMost(error, 40_000);

[Publish("prices", Purpose = "A first guess."), When(nameof(Close))]
public PriceModel Release(PriceModel fit) => fit;

//## Limited.cs
public sealed record Limited(IReadOnlyList<House> Rows);

//# clean: rows that were refused are for people
//## share Houses.cs
[Stage]
public (Refused Refused, double Limit) Clip(TrainSet<House> train)
{
    var limit = 2 * train.Average(house => house.Price);
    return (new Refused([.. train.Where(house => house.Price >= limit)]), limit);
}

[Stage]
public PriceModel Fit(TrainSet<House> train, double limit) => PriceModel.Fit([.. train.Where(house => house.Price < limit)]);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Close(double error) => GateResult.AtMost(error, 40_000);

[Publish("prices", Purpose = "A first guess."), When(nameof(Close))]
public PriceModel Release(PriceModel fit) => fit;

//## Refused.cs
public sealed record Refused(IReadOnlyList<House> Rows);
