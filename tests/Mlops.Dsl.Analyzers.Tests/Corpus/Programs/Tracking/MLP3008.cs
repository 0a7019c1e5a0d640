//# fault: an effect trains
//## share Houses.cs
//## share Trained.cs
[Stage]
public void Practise(TrainSet<House> train, StageContext context)
{
    var model = {|MLP3008:PriceModel.Fit(train)|};
    context.Logger.LogInformation("trained on {Count} rows", train.Count);
}

//# fault: the call's result is dropped
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rehearse(TrainSet<House> train)
{
    {|MLP3008:PriceModel.Fit(train)|};
    return train.Count;
}

//# fault: a metric object is built and dropped
//## share Houses.cs
//## share Trained.cs
[Stage]
public RegressionMetrics Evaluate(PriceModel fit, TestSet<House> test) => RegressionMetrics.Of(fit, test);

[Stage]
public int Rows(PriceModel fit, TestSet<House> test)
{
    var metrics = {|MLP3008:RegressionMetrics.Of(fit, test)|};
    return test.Count;
}

//## RegressionMetrics.cs
public sealed record RegressionMetrics(double MeanError, double LargestError)
{
    public static RegressionMetrics Of(PriceModel model, IReadOnlyList<House> houses) =>
        new(houses.Average(house => Math.Abs(model.Predict(house) - house.Price)), houses.Max(house => Math.Abs(model.Predict(house) - house.Price)));
}

//# fault: a helper builds a data set for nothing
//## share Houses.cs
[Stage]
public int Rows(Validated<House> check)
{
    Rebalance(check);
    return check.Count;
}

private static void Rebalance(Validated<House> houses)
{
    {|MLP3008:houses.Split(0.5, seed: 3)|};
}

//# clean: a discard says that it is meant
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rows(TrainSet<House> train)
{
    _ = PriceModel.Fit(train);
    return train.Count;
}

//# fault: a new model, made by its constructor
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rows(TrainSet<House> train)
{
    var model = {|MLP3008:new PriceModel(train[0].Price, 0)|};
    return train.Count;
}

//# clean: the model's quality is logged
//## share Houses.cs
[Stage]
public void Compare(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    var model = PriceModel.Fit(train);
    context.LogMetric("error", test.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

//# clean: called for its check alone
//## share Houses.cs
[Stage]
public int Rows(Raw<House> parse)
{
    if (parse.Count == 0)
    {
        throw new InvalidOperationException("There are no houses.");
    }

    return parse.Count;
}

//# clean: the model is returned
//## share Houses.cs
//## share Trained.cs

[Stage]
public PriceModel Again(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    return model with { Offset = 0 };
}

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel again) => again;

//# clean: cross-validation throws its models away, that is its point
//## share Houses.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 1);

[Stage, ForEach(nameof(Folds))]
public double FoldError(Fold<House> fold)
{
    var model = PriceModel.Fit(fold.Train);
    return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Stage]
public double MeanError(IReadOnlyList<double> foldError) => foldError.Average();

//# fault: a validation is awaited for nothing
//## share Houses.cs
//## share Trained.cs
[Stage]
public async Task<double> Total(Raw<House> parse)
{
    {|MLP3008:await CheckAsync(parse)|};
    return parse.Count;

    static async Task<Validated<House>> CheckAsync(Raw<House> rows)
    {
        await Task.Yield();
        return rows.Validate();
    }
}

[Stage]
public double Twice(double total) => total * 2;

//# fault: with copies a model and forgets it
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Shifted(PriceModel fit)
{
    var shifted = {|MLP3008:Shift(fit, 3)|};
    return fit.Offset;
}

private static PriceModel Shift(PriceModel model, double by) => model with { Offset = model.Offset + by };

//# clean: the model is kept in a list
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Fit(TrainSet<House> train)
{
    var models = new List<PriceModel>();
    for (var i = 1; i < 4; i++)
    {
        var model = PriceModel.Fit([.. train.Take(100 * i)]);
        models.Add(model);
    }

    return models;
}

[Stage]
public double Slope(IReadOnlyList<PriceModel> fit) => fit[0].Slope;

//# clean: a builder returns itself
//## share Houses.cs
[Stage]
public Report Summary(TrainSet<House> train)
{
    var report = new Report();
    report.Line("rows").Line($"{train.Count}");
    return report;
}

[Stage]
public int Lines(Report summary) => summary.Texts.Count;

//## Report.cs
public sealed record Report
{
    public List<string> Texts { get; init; } = [];

    public Report Line(string text)
    {
        Texts.Add(text);
        return this;
    }
}

//# clean: a dictionary's indexer takes the model
//## share Houses.cs
[Stage]
public Dictionary<string, PriceModel> Fit(TrainSet<House> train)
{
    var models = new Dictionary<string, PriceModel>(StringComparer.Ordinal);
    models["all"] = PriceModel.Fit(train);
    models.TryAdd("few", PriceModel.Fit([.. train.Take(10)]));
    return models;
}

[Stage]
public double Slope(Dictionary<string, PriceModel> fit) => fit["all"].Slope;

//# clean: an extension method returns the report that it is given
//## share Houses.cs
[Stage]
public Report Summary(TrainSet<House> train)
{
    var report = new Report();
    report.Line("rows").Line($"{train.Count}");
    return report;
}

[Stage]
public int Lines(Report summary) => summary.Texts.Count;

//## Report.cs
public sealed record Report
{
    public List<string> Texts { get; init; } = [];
}

public static class Reports
{
    public static Report Line(this Report report, string text)
    {
        report.Texts.Add(text);
        return report;
    }
}

//# clean: a step changes its trainer and tells how it went
//## share Houses.cs
[Stage]
public (PriceModel Model, Progress Last) Fit(TrainSet<House> train)
{
    var trainer = new Trainer();
    for (var epoch = 0; epoch < 5; epoch++)
    {
        trainer.Step(train);
    }

    return (trainer.Model, trainer.Step(train));
}

[Stage]
public double Loss(PriceModel model, Progress last) => last.Loss / model.Slope;

//## Trainer.cs
public sealed record Progress(double Loss);

public sealed class Trainer
{
    public PriceModel Model { get; private set; } = new(0, 0);

    public Progress Step(IReadOnlyList<House> rows)
    {
        Model = Model with { Slope = Model.Slope + rows[0].Price };
        return new Progress(Model.Slope);
    }
}

//# clean: a registry keeps the model that it returns
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Fit(TrainSet<House> train)
{
    var registry = new Registry();
    registry.Keep(PriceModel.Fit(train));
    registry.Keep(new PriceModel(1, 1));
    return registry.All;
}

[Stage]
public double Slope(IReadOnlyList<PriceModel> fit) => fit[0].Slope;

//## Registry.cs
public sealed class Registry
{
    private readonly List<PriceModel> _models = [];

    public IReadOnlyList<PriceModel> All => _models;

    public PriceModel Keep(PriceModel model)
    {
        _models.Add(model);
        return model;
    }
}

//# clean: a local function of the stage keeps what it makes
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train)
{
    var best = new PriceModel(0, 0);
    Try(10);
    Try(100);
    return best;

    PriceModel Try(int size)
    {
        var model = PriceModel.Fit([.. train.Take(size)]);
        best = model.Slope > best.Slope ? model : best;
        return model;
    }
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a pure method of a helper object
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Score(PriceModel fit, TestSet<House> test)
{
    var judge = new Judge(0.5);
    {|MLP3008:judge.Measure(fit, test)|};
    return fit.Slope;
}

[Stage]
public Quality Final(PriceModel fit, TestSet<House> test) => new Judge(1).Measure(fit, test);

//## Judge.cs
public sealed record Quality(double Error);

public sealed class Judge(double scale)
{
    public Quality Measure(PriceModel model, IReadOnlyList<House> rows) => new(scale * rows.Average(row => Math.Abs(model.Predict(row) - row.Price)));
}

//# fault: a better model is fitted in a loop and never kept
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Tune(TrainSet<House> train)
{
    var best = double.MaxValue;
    foreach (var share in new[] { 0.2, 0.5 })
    {
        var candidate = {|MLP3008:PriceModel.Fit([.. train.Take((int)(share * train.Count))])|};
        best = Math.Min(best, share);
    }

    return best;
}

//# fault: an extension method that returns a cleaned set, called as if it changed its argument
//## share Houses.cs
[Stage]
public int Clean(Validated<House> check)
{
    {|MLP3008:check.WithoutCheap(1000)|};
    return check.Count;
}

//## HouseExtensions.cs
public static class HouseExtensions
{
    public static Validated<House> WithoutCheap(this Validated<House> houses, double least) => new Raw<House>(houses.Where(house => house.Price >= least)).Validate();
}

//# fault: metrics of a test set by a helper class, awaited and dropped
//## share Houses.cs
//## share Trained.cs
[Stage]
public async Task<ErrorReport> Measure(PriceModel fit, TestSet<House> test) => await Evaluator.RunAsync(fit, test);

[Stage]
public async Task<int> Review(PriceModel fit, TestSet<House> test)
{
    {|MLP3008:await Evaluator.RunAsync(fit, test)|};
    return test.Count;
}

//## Evaluator.cs
public sealed record ErrorReport(double Mean, double Max);

public static class Evaluator
{
    public static async Task<ErrorReport> RunAsync(PriceModel model, IReadOnlyList<House> houses)
    {
        await Task.Yield();
        var errors = houses.Select(house => Math.Abs(model.Predict(house) - house.Price)).ToArray();
        return new(errors.Average(), errors.Max());
    }
}

//# fault: an effect computes and tells nobody
//## share Houses.cs
//## share Trained.cs
[Stage]
public void Errors(PriceModel fit, TestSet<House> test)
{
    var squares = test.Sum(house => Math.Pow(fit.Predict(house) - house.Price, 2));
    var root = {|MLP3008:Math.Sqrt(squares / test.Count)|};
}

//# fault: a table of errors is made, and only its size was meant to be
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Errors(PriceModel fit, TestSet<House> test)
{
    var byRooms = {|MLP3008:test.GroupBy(house => house.Rooms).ToDictionary(group => group.Key, group => group.Average(house => fit.Predict(house) - house.Price))|};
    return test.Count;
}

//# clean: a query that is run for what it does, and numbers that are told
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Errors(PriceModel fit, TestSet<House> test, StageContext context)
{
    var rooms = new HashSet<double>();
    var added = test.Select(house => rooms.Add(house.Rooms)).ToList();
    var mean = test.Sum(house => fit.Predict(house) - house.Price) / test.Count;
    context.LogMetric("bias", mean);
    _ = test.Average(house => house.Price);
    return rooms.Count;
}

//# fault: a sort in place is meant, and a sorted sequence is dropped
//## share Docs.cs
[Stage]
public List<string> Longest(FileSet docs)
{
    var texts = docs.Select(d => d.ReadAllText()).ToList();
    {|MLP3008:texts.OrderByDescending(t => t.Length)|};
    return texts.Take(3).ToList();
}

//# fault: a filter that filters nothing, and an immutable list that nothing is added to
//## share Docs.cs
[Stage]
public System.Collections.Immutable.ImmutableList<string> Texts(FileSet docs)
{
    var texts = System.Collections.Immutable.ImmutableList<string>.Empty;
    foreach (var doc in docs)
    {
        {|MLP3008:texts.Add(doc.ReadAllText())|};
    }

    {|MLP3008:texts.Where(t => t.Length > 0).Distinct()|};
    return texts;
}

//# fault: a text is trimmed for nobody
//## share Docs.cs
[Stage]
public int Letters(FileSet docs)
{
    var all = string.Concat(docs.Select(d => d.ReadAllText()));
    {|MLP3008:all.Trim()|};
    return all.Length;
}

//# fault: what an own evaluator finds is dropped, as a statement and in a local
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Mean(PriceModel fit, TestSet<House> test)
{
    {|MLP3008:Errors.Bias(fit, test)|};
    var worst = {|MLP3008:Errors.Worst(fit, test)|};
    return test.Average(h => Math.Abs(fit.Predict(h) - h.Price));
}

//## Errors.cs
public static class Errors
{
    public static double Bias(PriceModel model, IReadOnlyList<House> houses) => houses.Average(h => model.Predict(h) - h.Price);

    public static double Worst(PriceModel model, IReadOnlyList<House> houses)
    {
        var worst = 0.0;
        foreach (var house in houses)
        {
            worst = Math.Max(worst, Math.Abs(model.Predict(house) - house.Price));
        }

        return worst;
    }
}

//# clean: helpers whose numbers are not all that they are for
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Mean(PriceModel fit, TestSet<House> test, StageContext context)
{
    var history = new History();
    history.Add(test.Average(h => h.Price));
    Logged(test.Count, context);
    Printed(test.Count);
    return test.Average(h => Math.Abs(fit.Predict(h) - h.Price)) + history.Sum;
}

private static double Logged(double value, StageContext context)
{
    context.LogMetric("value", value);
    return value;
}

private static double Printed(double value)
{
    Console.WriteLine(value);
    return value;
}

//## History.cs
public sealed class History
{
    public double Sum { get; private set; }

    public double Add(double value) => Sum += value;
}

//# fault: a table of measures, and a pair of them
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Mean(PriceModel fit, TestSet<House> test)
{
    {|MLP3008:Errors.All(fit, test)|};
    {|MLP3008:Errors.Two(fit, test)|};
    return test.Average(h => Math.Abs(fit.Predict(h) - h.Price));
}

//## Errors.cs
public static class Errors
{
    public static Dictionary<string, double> All(PriceModel model, IReadOnlyList<House> houses) => new(StringComparer.Ordinal)
    {
        ["bias"] = houses.Average(h => model.Predict(h) - h.Price),
    };

    public static (double Mean, double Worst) Two(PriceModel model, IReadOnlyList<House> houses)
    {
        var errors = houses.Select(h => Math.Abs(model.Predict(h) - h.Price)).ToList();
        return (errors.Average(), errors.Max());
    }
}

//# clean: a helper that only refuses what it is given
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Mean(PriceModel fit, TestSet<House> test)
{
    Sets.NotEmpty(test);
    return test.Average(h => Math.Abs(fit.Predict(h) - h.Price));
}

//## Sets.cs
public static class Sets
{
    public static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> rows) => rows.Count > 0 ? rows : throw new InvalidDataException("There are no rows.");
}

//# fault: an effect sums up by a reference to each place, and nobody looks at the sums
//## share Houses.cs
//## share Trained.cs
[Stage]
public void Deciles(PriceModel fit, TestSet<House> test)
{
    var deciles = {|MLP3008:new (int Count, double Error)[10]|};
    var largest = {|MLP3008:new double[10]|};
    foreach (var house in test)
    {
        var error = Math.Abs(fit.Predict(house) - house.Price);
        var place = Math.Min(9, (int)(house.Area / 50));
        ref var decile = ref deciles[place];
        decile = (decile.Count + 1, decile.Error + error);
        largest[place] = Math.Max(largest[place], error);
    }
}

//# fault: a list for each measure, in a table that ends with the stage
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var curves = {|MLP3008:new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["error"] = [], ["slope"] = new() }|};
    var model = new PriceModel(0, 0);
    for (var round = 0; round < 5; round++)
    {
        model = PriceModel.Fit(train);
        curves["error"].Add(train.Average(house => Math.Abs(model.Predict(house) - house.Price)));
        curves["slope"].Add(model.Slope);
    }

    return model;
}

//# clean: lists that somebody else has are filled through a table, and sums are looked at by a reference
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, StageContext context)
{
    List<double> small = [];
    List<double> large = [];
    var lists = new[] { small, large };
    var named = new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["small"] = small };
    var later = new Dictionary<string, List<double>>(StringComparer.Ordinal);
    later["large"] = large;
    var sums = new double[2];
    foreach (var house in train)
    {
        lists[house.Rooms > 4 ? 1 : 0].Add(house.Price);
        named["small"].Add(0);
        later["large"].Add(0);
        ref var sum = ref sums[house.Rooms > 4 ? 1 : 0];
        sum += house.Price;
        context.LogMetric("sum", sum);
    }

    context.LogMetric("small", small.Count);
    context.LogMetric("large", large.Count);
    return PriceModel.Fit(train);
}
