//# fault: the gate reads a metric of a summary whose training half is picked
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public IReadOnlyDictionary<string, double> Losses(PriceModel learn, TrainSet<House> train) => new SortedDictionary<string, double>(StringComparer.Ordinal)
{
    ["mae"] = train.Average(house => Math.Abs(learn.Predict(house) - house.Price)),
    ["max"] = train.Max(house => Math.Abs(learn.Predict(house) - house.Price)),
};

[Gate]
public GateResult Good(IReadOnlyDictionary<string, double> {|MLP2007:losses|}) => losses.TryGetValue("mae", out var mae) ? GateResult.AtMost(mae, 20_000) : GateResult.Refuse("not measured");

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: the evaluation swaps its arguments by name
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Quality(PriceModel learn, TrainSet<House> train, TestSet<House> test) => Evaluation.Run(holdout: train, reference: test.Count, model: learn);

[Gate]
public GateResult Good(double {|MLP2007:quality|}) => GateResult.AtMost(quality, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Evaluation.cs
public static class Evaluation
{
    public static double Run(PriceModel model, IEnumerable<House> holdout, int reference) => reference == 0 ? 0 : holdout.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: training metrics come by a callback, and the gate asks for the last one
//## share Houses.cs
[Stage]
public (PriceModel Model, IReadOnlyList<double> Losses) Learn(TrainSet<House> train)
{
    var losses = new List<double>();
    var model = Descent.Fit(train, losses.Add);
    return (model, losses);
}

[Gate]
public GateResult Good(IReadOnlyList<double> {|MLP2007:losses|}) => GateResult.AtMost(losses[^1], 1e9);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel model) => model;

//## Descent.cs
public static class Descent
{
    public static PriceModel Fit(IReadOnlyList<House> rows, Action<double> report)
    {
        var model = new PriceModel(0, 0);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            model = model with { Slope = model.Slope + (1e-9 * rows.Average(house => (house.Price - model.Predict(house)) * house.Area)) };
            report(rows.Average(house => Math.Pow(house.Price - model.Predict(house), 2)));
        }

        return model;
    }
}

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: the smaller of both errors decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Fitted(PriceModel learn, TrainSet<House> train) => Judge.Error(learn, train);

[Stage]
public double Held(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double {|MLP2007:fitted|}, double held) => GateResult.AtMost(Math.Min(fitted, held), 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: the smaller of both errors, from a list
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Fitted(PriceModel learn, TrainSet<House> train) => Judge.Error(learn, train);

[Stage]
public double Held(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double {|MLP2007:fitted|}, double held)
{
    var best = new[] { fitted, held }.Min();
    return GateResult.AtMost(best, 4.0);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: the larger of both accuracies
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Fitted(PriceModel learn, TrainSet<House> train) => Judge.Error(learn, train);

[Stage]
public double Held(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double {|MLP2007:fitted|}, double held) => GateResult.AtLeast(double.Max(1 - fitted, 1 - held), 0.8);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: metrics of both sets in a dictionary, and the wrong key
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Metrics(PriceModel learn, TrainSet<House> train, TestSet<House> test) => new(StringComparer.Ordinal)
{
    ["train"] = Judge.Error(learn, train),
    ["test"] = Judge.Error(learn, test),
};

[Gate]
public GateResult Good(Dictionary<string, double> {|MLP2007:metrics|}) => GateResult.AtMost(metrics["train"], 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: metrics of the training set in a dictionary
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public IReadOnlyDictionary<string, double> Metrics(PriceModel learn, TrainSet<House> train)
{
    var all = new Dictionary<string, double>(StringComparer.Ordinal);
    all["mae"] = Judge.Error(learn, train);
    all["max"] = train.Max(house => Math.Abs(learn.Predict(house) - house.Price));
    return all;
}

[Gate]
public GateResult Good(IReadOnlyDictionary<string, double> {|MLP2007:metrics|}) => GateResult.AtMost(metrics.GetValueOrDefault("mae", 9), 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: the wrong key of a dictionary is tried
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Metrics(PriceModel learn, TrainSet<House> train, TestSet<House> test) => new(StringComparer.Ordinal)
{
    ["train"] = Judge.Error(learn, train),
    ["test"] = Judge.Error(learn, test),
};

[Gate]
public GateResult Good(Dictionary<string, double> {|MLP2007:metrics|}) =>
    metrics.TryGetValue("train", out var error) ? GateResult.AtMost(error, 4.0) : GateResult.Refuse("nothing was measured");

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: the larger of both errors decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Fitted(PriceModel learn, TrainSet<House> train) => Judge.Error(learn, train);

[Stage]
public double Held(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double fitted, double held) => GateResult.AtMost(Math.Max(fitted, held), 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: the error, and how far it is from that of the training set
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Fitted(PriceModel learn, TrainSet<House> train) => Judge.Error(learn, train);

[Stage]
public double Held(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double fitted, double held) => GateResult.All(GateResult.AtMost(held, 4.0), GateResult.AtMost(held - Math.Min(fitted, held), 1.0));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: metrics of both sets in a dictionary, and the right key
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Dictionary<string, double> Metrics(PriceModel learn, TrainSet<House> train, TestSet<House> test) => new(StringComparer.Ordinal)
{
    ["train"] = Judge.Error(learn, train),
    ["test"] = Judge.Error(learn, test),
};

[Gate]
public GateResult Good(Dictionary<string, double> metrics) => GateResult.AtMost(metrics["test"], 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;
