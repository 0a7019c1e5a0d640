//# fault: fitted to and measured on the same validated rows
//## share Unsplit.cs
[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Stage]
public double Error(PriceModel fit, Validated<House> check) => check.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult {|MLP6005:Accurate|}(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a stage that fits and measures
//## share Unsplit.cs
[Stage]
public (PriceModel Fitted, double Error) Learn(Validated<House> check)
{
    var model = PriceModel.Fit(check);
    return (model, check.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

[Gate]
public GateResult {|MLP6005:Accurate|}(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fitted) => fitted;

//# fault: the gate measures itself
//## share Unsplit.cs
[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Gate]
public GateResult {|MLP6005:Accurate|}(PriceModel fit, Validated<House> check) =>
    GateResult.AtMost(check.Average(house => Math.Abs(fit.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: both take the rows that a stage has cleaned
//## share Unsplit.cs
[Stage]
public IReadOnlyList<House> Clean(Validated<House> check) => [.. check.Where(house => house.Area > 20)];

[Stage]
public PriceModel Fit(IReadOnlyList<House> clean) => PriceModel.Fit(clean);

[Stage]
public double Error(PriceModel fit, IReadOnlyList<House> clean)
{
    var sum = 0.0;
    foreach (var house in clean)
    {
        sum += Math.Abs((fit.Slope * house.Area) + fit.Offset - house.Price);
    }

    return sum / clean.Count;
}

[Gate]
public GateResult {|MLP6005:Accurate|}(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a training that is not called one, measured on some of its rows by a helper
//## share Unsplit.cs
[Stage]
public PriceModel Line(Validated<House> check) => new(check.Sum(house => house.Price) / check.Sum(house => house.Area), 0);

[Stage]
public Quality Evaluate(PriceModel line, Validated<House> check) => Quality.Of(line, check.Take(500));

[Gate]
public GateResult {|MLP6005:Accurate|}(Quality evaluate) => GateResult.AtMost(evaluate.Error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel line) => line;

//## Quality.cs
public sealed record Quality(double Error)
{
    public static Quality Of(PriceModel model, IEnumerable<House> houses) => new(houses.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

//# clean: cross-validation by hand, with lambdas that see the index
//## share Unsplit.cs
[Stage]
public (PriceModel Fitted, double Error) Learn(Validated<House> check)
{
    var errors = new List<double>();
    for (var k = 0; k < 5; k++)
    {
        var model = PriceModel.Fit([.. check.Where((_, i) => i % 5 != k)]);
        errors.Add(check.Where((_, i) => i % 5 == k).Average(house => Math.Abs(model.Predict(house) - house.Price)));
    }

    return (PriceModel.Fit(check), errors.Average());
}

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fitted) => fitted;

//# clean: a loop deals the rows out
//## share Unsplit.cs
[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Stage]
public double Error(Validated<House> check)
{
    var (a, b) = (new List<House>(), new List<House>());
    for (var i = 0; i < check.Count; i++)
    {
        if (i % 5 == 0)
        {
            b.Add(check[i]);
        }
        else
        {
            a.Add(check[i]);
        }
    }

    var model = PriceModel.Fit(a);
    return b.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: rows of one kind train, rows of another measure
//## share Unsplit.cs
[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit([.. check.Where(house => house.Rooms < 8)]);

[Stage]
public double Error(PriceModel fit, Validated<House> check) => check.Where(house => house.Rooms >= 8).Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: two stages read different files of one source
[Source("houses/*.csv")]
public partial FileSet Files();

[Stage]
public Validated<House> Past(FileSet files) => new Raw<House>(files.Where(file => !file.Path.Contains("2024")).SelectMany(file => file.ReadLines()).Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public Validated<House> Recent(FileSet files) => new Raw<House>(files.Where(file => file.Path.Contains("2024")).SelectMany(file => file.ReadLines()).Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public PriceModel Fit(Validated<House> past) => PriceModel.Fit(past);

[Stage]
public double Error(PriceModel fit, Validated<House> recent) => recent.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: what is counted is no model
//## share Unsplit.cs
[Stage]
public Dictionary<string, int> Counts(Validated<House> check) => check.CountBy(house => house.Id).ToDictionary();

[Stage]
public double Known(Dictionary<string, int> counts, Validated<House> check) => check.Average(house => counts.GetValueOrDefault(house.Id) > 1 ? 1.0 : 0.0);

[Gate]
public GateResult Enough(double known) => GateResult.AtLeast(known, 0.5);

[Publish("counts"), When(nameof(Enough))]
public Dictionary<string, int> Release(Dictionary<string, int> counts) => counts;

//# clean: the gate asks how many rows there were, and whether the model is plausible
//## share Unsplit.cs
[Stage]
public PriceModel Fit(Validated<House> check) => PriceModel.Fit(check);

[Gate]
public GateResult Plausible(PriceModel fit, Validated<House> check) => fit.Slope > 0 ? GateResult.AtLeast(check.Count, 100) : GateResult.AtLeast(0, 1);

[Publish("price"), When(nameof(Plausible))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the gate looks at how many rows were held out
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public int Held(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6005:Enough|}(int held) => GateResult.AtLeast(held, 1000);

[Publish("price"), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: what the held-out rows are like, in a record
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Audit Look(Validated<House> check, TestSet<House> test) => new(check.Report.InvalidShare, test.Average(house => house.Price));

[Gate]
public GateResult {|MLP6005:Sound|}(Audit look) => GateResult.All(GateResult.AtMost(look.Invalid, 0.02), GateResult.AtLeast(look.MeanPrice, 50_000));

[Publish("price"), When(nameof(Sound))]
public PriceModel Release(PriceModel fit) => fit;

//## Audit.cs
public sealed record Audit(double Invalid, double MeanPrice);

//# clean: one stage predicts, another one measures
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double[] Differences(PriceModel fit, TestSet<House> test) => [.. test.Select(house => fit.Predict(house) - house.Price)];

[Stage]
public double Error(double[] differences) => differences.Average(Math.Abs);

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
