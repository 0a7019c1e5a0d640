//# fault: the gate asks how well the training rows are known
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double MeanError(PriceModel fit, TrainSet<House> train) => train.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double {|MLP2007:meanError|}) => GateResult.AtMost(meanError, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: the trainer reports its own error
//## share Houses.cs
[Stage]
public (PriceModel Model, double Loss) Fit(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    return (model, train.Average(house => Math.Pow(model.Predict(house) - house.Price, 2)));
}

[Gate]
public GateResult Accurate(double {|MLP2007:loss|}) => GateResult.AtMost(loss, 1e9);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel model) => model;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: through a stage that formats, and a helper that measures
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Quality Measure(PriceModel fit, TrainSet<House> train) => Quality.Of(fit, train);

[Stage]
public Quality Rounded(Quality measure) => measure with { MeanError = Math.Round(measure.MeanError) };

[Gate]
public GateResult Accurate(Quality {|MLP2007:rounded|}) => GateResult.AtMost(rounded.MeanError, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## Quality.cs
public sealed record Quality(double MeanError)
{
    public static Quality Of(PriceModel model, IEnumerable<House> houses) => new(houses.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: a second gate watches the training beside the one that counts
//## share Houses.cs
//## share Trained.cs
[Stage]
public double TrainError(PriceModel fit, TrainSet<House> train) => train.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Converged(double trainError) => GateResult.AtMost(trainError, 15_000);

[Publish("price"), When(nameof(Accurate)), When(nameof(Converged))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the gap between training and test
//## share Houses.cs
//## share Trained.cs
[Stage]
public double TrainError(PriceModel fit, TrainSet<House> train) => train.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Honest(double error, double trainError) => GateResult.AtMost(error / trainError, 1.5);

[Publish("price"), When(nameof(Accurate)), When(nameof(Honest))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a training counts how often it was right on its own rows, and the gate takes the share
//## share Houses.cs
[Stage]
public (PriceModel Model, double Within) Learn(TrainSet<House> train)
{
    var (slope, hits) = (1_000.0, 0);
    foreach (var house in train)
    {
        if (Math.Abs((slope * house.Area) - house.Price) < 20_000)
        {
            hits++;
        }
        else
        {
            slope = (slope + (house.Price / house.Area)) / 2;
        }
    }

    return (new PriceModel(slope, 0), hits / (double)train.Count);
}

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double {|MLP2007:within|}) => GateResult.AtLeast(within, 0.8);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel model) => model;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: the share of the training rows is watched beside one of the test rows
//## share Houses.cs
[Stage]
public (PriceModel Model, double Within) Learn(TrainSet<House> train)
{
    var (model, hits) = (new PriceModel(1_000, 0), 0);
    foreach (var house in train)
    {
        model = new PriceModel((model.Slope + (house.Price / house.Area)) / 2, 0);
        hits += Math.Abs(model.Predict(house) - house.Price) < 20_000 ? 1 : 0;
    }

    return (model, hits / (double)train.Count);
}

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Gate]
public GateResult Learnt(double within) => GateResult.AtLeast(within, 0.5);

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Learnt)), When(nameof(Accurate))]
public PriceModel Release(PriceModel model) => model;

//# clean: a training with validation rows returns the share of those that it was right on
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) =>
    check.Split(0.6, 0.2, seed: 42);

[Stage]
public (PriceModel Model, double Within) Learn(TrainSet<House> train, ValidationSet<House> validation)
{
    var model = PriceModel.Fit(train);
    var hits = 0;
    foreach (var house in validation)
    {
        if (Math.Abs(model.Predict(house) - house.Price) < 20_000)
        {
            hits++;
        }
    }

    return (model, hits / (double)validation.Count);
}

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double within) => GateResult.AtLeast(within, 0.8);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel model) => model;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none
