//# fault: the test set chooses and reports
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Stage]
public PriceModel Best(PriceModel fit, PriceModel flat, TestSet<House> test) => MeanError(fit, test) < MeanError(flat, test) ? fit : flat;

[Stage]
public double Error(PriceModel best, TestSet<House> test) => MeanError(best, test);

[Gate]
public GateResult Accurate(double {|MLP2008:error|}) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

private static double MeanError(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

//# clean: the validation set chooses, the test set reports
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Stage]
public PriceModel Best(PriceModel fit, PriceModel flat, ValidationSet<House> validation) => MeanError(fit, validation) < MeanError(flat, validation) ? fit : flat;

[Stage]
public double Error(PriceModel best, TestSet<House> test) => MeanError(best, test);

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

private static double MeanError(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

//# clean: two models are compared on the test set, and neither is chosen
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Stage]
public double FlatError(PriceModel flat, TestSet<House> test) => test.Average(house => Math.Abs(flat.Predict(house) - house.Price));

[Gate]
public GateResult Better(double error, double flatError) => GateResult.AtMost(error, flatError);

[Publish("price"), When(nameof(Accurate)), When(nameof(Better))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the validation set chooses and reports
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Stage]
public PriceModel Best(PriceModel fit, PriceModel flat, ValidationSet<House> validation)
{
    var best = fit;
    if (MeanError(flat, validation) < MeanError(fit, validation))
    {
        best = flat;
    }

    return best;
}

[Stage]
public double Error(PriceModel best, ValidationSet<House> validation) => MeanError(best, validation);

[Gate]
public GateResult Accurate(double {|MLP2008:error|}) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

[Stage]
public int Rest(TestSet<House> test) => test.Count;

private static double MeanError(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

//# fault: chosen with MinBy over a dictionary of models
//## share Houses.cs
[Stage]
public PriceModel Best(TrainSet<House> train, TestSet<House> test)
{
    var candidates = new Dictionary<string, PriceModel>(StringComparer.Ordinal) { ["line"] = PriceModel.Fit(train), ["flat"] = new(0, train.Average(house => house.Price)) };
    return candidates.MinBy(pair => Judge.Error(pair.Value, test)).Value;
}

[Stage]
public double Error(PriceModel best, TestSet<House> test) => Judge.Error(best, test);

[Gate]
public GateResult Accurate(double {|MLP2008:error|}) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

//## Judge.cs
public static class Judge
{
    public static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# clean: the validation set chooses in a loop, the test set reports in the gate itself
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public (TrainSet<House> Learned, ValidationSet<House> Held, TestSet<House> Final) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 7);

[Stage]
public PriceModel Best(TrainSet<House> learned, ValidationSet<House> held)
{
    PriceModel[] candidates = [PriceModel.Fit(learned), new(0, learned.Average(house => house.Price))];
    return candidates.OrderBy(model => Judge.Error(model, held)).First();
}

[Gate]
public GateResult Accurate(PriceModel best, TestSet<House> final) => GateResult.AtMost(Judge.Error(best, final), 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

//## Judge.cs
public static class Judge
{
    public static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: a local function chooses in a loop with a delegate
//## share Houses.cs
[Stage]
public PriceModel Best(TrainSet<House> train, TestSet<House> test)
{
    Func<PriceModel, double> judge = model => test.Average(house => Math.Abs(model.Predict(house) - house.Price));
    return Choose([PriceModel.Fit(train), new(0, 100_000)]);

    PriceModel Choose(PriceModel[] models)
    {
        var best = models[0];
        foreach (var model in models)
        {
            if (judge(model) < judge(best))
            {
                best = model;
            }
        }

        return best;
    }
}

[Stage]
public double Error(PriceModel best, TestSet<House> test) => test.Average(house => Math.Abs(best.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double {|MLP2008:error|}) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel best) => best;

//# fault: the limit with the most hits on the test rows is published in the model, and the gate asks how many hits it had
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public (double Limit, double Right) Tune(PriceModel fit, TestSet<House> test)
{
    var (limit, right) = (0.0, 0.0);
    foreach (var candidate in test.Select(fit.Predict).Order())
    {
        var share = test.Average(house => fit.Predict(house) >= candidate == house.Price >= 500_000 ? 1.0 : 0.0);
        if (share > right)
        {
            (limit, right) = (candidate, share);
        }
    }

    return (limit, right);
}

[Gate]
public GateResult Useful(double {|MLP2008:right|}) => GateResult.AtLeast(right, 0.9);

[Publish("luxury"), When(nameof(Useful))]
public Luxury Release(PriceModel fit, double limit) => new(fit, limit);

public sealed record Luxury(PriceModel Model, double Limit)
{
    public bool Is(House house) => Model.Predict(house) >= Limit;
}

//# clean: the worst of several measurements on the test rows is noted in the model's card beside their mean
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public (double WorstError, double MeanError) Measure(PriceModel fit, TestSet<House> test)
{
    var (worst, sum) = (0.0, 0.0);
    foreach (var group in test.GroupBy(house => Math.Round(house.Rooms)).OrderBy(group => group.Key))
    {
        var error = group.Average(house => Math.Abs(fit.Predict(house) - house.Price));
        sum += error * group.Count();
        if (error > worst)
        {
            worst = error;
        }
    }

    return (worst, sum / test.Count);
}

[Gate]
public GateResult Fair(double worstError) => GateResult.AtMost(worstError, 50_000);

[Publish("price"), When(nameof(Fair))]
public PriceCard Release(PriceModel fit, double worstError, double meanError) => new(fit, worstError, meanError);

public sealed record PriceCard(PriceModel Model, double Worst, double Mean);
