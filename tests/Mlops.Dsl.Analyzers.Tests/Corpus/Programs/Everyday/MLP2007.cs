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
