//# fault: TF-IDF weights of all tickets
[Pipeline("tickets")]
public sealed partial class TicketPipeline
{
    [Source("tickets.tsv")]
    public partial FileArtifact TicketFile();

    [Stage]
    public Validated<Ticket> Check(FileArtifact ticketFile) => new Raw<Ticket>(ticketFile.ReadLines().Select(Ticket.Parse)).Validate(0.01);

    [Stage]
    public TfIdf Weights(Validated<Ticket> {|MLP2004:check|}) => TfIdf.Fit(check.Select(ticket => ticket.Text));

    [Stage]
    public (TrainSet<Ticket> Train, TestSet<Ticket> Test) Split(Validated<Ticket> check) => check.Split(0.8, seed: 9, stratifyBy: ticket => ticket.Queue);

    [Stage]
    public Centroids Learn(TrainSet<Ticket> train, TfIdf weights) => Centroids.Fit({|MLP2004:train.Select(ticket => (weights.Vector(ticket.Text), ticket.Queue))|});

    [Stage]
    public double Accuracy(Centroids learn, TfIdf weights, TestSet<Ticket> test) => test.Average(ticket => learn.Classify(weights.Vector(ticket.Text)) == ticket.Queue ? 1.0 : 0.0);
}

[Row]
public sealed partial record Ticket([Required, Feature] string Text, [Required, Label] string Queue)
{
    public static Ticket Parse(string line) => line.Split('\t') is [var text, var queue] ? new(text, queue) : new("", "");
}

public sealed record TfIdf(IReadOnlyDictionary<string, double> Idf)
{
    public static TfIdf Fit(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var text in texts)
        {
            total++;
            foreach (var word in text.Split(' ').Distinct(StringComparer.Ordinal))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return new(counts.ToDictionary(c => c.Key, c => Math.Log((double)total / c.Value), StringComparer.Ordinal));
    }

    public IReadOnlyDictionary<string, double> Vector(string text) => text.Split(' ').GroupBy(word => word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Count() * Idf.GetValueOrDefault(g.Key), StringComparer.Ordinal);
}

public sealed record Centroids(IReadOnlyList<string> Queues)
{
    public static Centroids Fit(IEnumerable<(IReadOnlyDictionary<string, double> Vector, string Queue)> rows) => new([.. rows.OrderBy(row => row.Vector.Count).Select(row => row.Queue).Distinct()]);

    public string Classify(IReadOnlyDictionary<string, double> vector) => Queues[vector.Count % Queues.Count];
}

//# fault: quantiles for binning are cut from all rows in a tuple
//## share Houses.cs
[Stage]
public (double Low, double High) Cuts(Validated<House> check)
{
    var sorted = check.Select(house => house.Area).Order().ToArray();
    return (sorted[sorted.Length / 3], sorted[2 * sorted.Length / 3]);
}

[Stage]
public PriceModel Learn(TrainSet<House> train, double low, double high) =>
    PriceModel.Fit({|MLP2004:[.. train.Select(house => house with { Area = house.Area < low ? 0 : house.Area < high ? 1 : 2 })]|});

[Stage]
public double MeanError(PriceModel learn, double low, double high, TestSet<House> test) =>
    test.Average(house => Math.Abs(learn.Predict(house with { Area = house.Area < low ? 0 : house.Area < high ? 1 : 2 }) - house.Price));

//# fault: principal components of all rows
//## share Houses.cs
[Stage]
public double[] Direction(Validated<House> check)
{
    var (x, y) = (check.Average(house => house.Area), check.Average(house => house.Rooms));
    double xx = 0, xy = 0, yy = 0;
    foreach (var house in check)
    {
        xx += (house.Area - x) * (house.Area - x);
        xy += (house.Area - x) * (house.Rooms - y);
        yy += (house.Rooms - y) * (house.Rooms - y);
    }

    var angle = 0.5 * Math.Atan2(2 * xy, xx - yy);
    return [Math.Cos(angle), Math.Sin(angle)];
}

[Stage]
public PriceModel Learn(TrainSet<House> train, double[] direction)
{
    var projected = new List<House>();
    foreach (var house in train)
    {
        projected.Add(house with { Area = (direction[0] * house.Area) + (direction[1] * house.Rooms) });
    }

    return PriceModel.Fit({|MLP2004:projected|});
}

[Stage]
public double MeanError(PriceModel learn, double[] direction, TestSet<House> test) =>
    test.Average(house => Math.Abs(learn.Predict(house with { Area = (direction[0] * house.Area) + (direction[1] * house.Rooms) }) - house.Price));

//# fault: an imputer class with mutable state is fitted before the split
//## share Houses.cs
[Stage]
public (PriceModel Model, double MeanError) Everything(Validated<House> check)
{
    var imputer = new MedianImputer();
    imputer.Fit(check);
    var (train, test) = check.Split(0.75, seed: 11);
    var model = PriceModel.Fit({|MLP2004:imputer.Transform(train)|});
    return (model, imputer.Transform(test).Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

[Stage]
public double Relative(PriceModel model, double meanError) => meanError / model.Slope;

//## MedianImputer.cs
public sealed class MedianImputer
{
    private double _median;

    public void Fit(IReadOnlyList<House> rows) => _median = rows.Select(house => house.Area).Order().ElementAt(rows.Count / 2);

    public IReadOnlyList<House> Transform(IReadOnlyList<House> rows) => [.. rows.Select(house => house.Area > 0 ? house : house with { Area = _median })];
}

//# clean: the statistic of all rows goes into a report and a gate
//## share Houses.cs
//## share Trained.cs
[Stage]
public (double Mean, double Deviation) Profile(Validated<House> check)
{
    var mean = check.Average(house => house.Price);
    return (mean, Math.Sqrt(check.Average(house => (house.Price - mean) * (house.Price - mean))));
}

[Gate]
public GateResult Useful(double error, double deviation) => GateResult.AtMost(error / deviation, 0.5);

[Stage]
public string Text(double mean) => string.Create(CultureInfo.InvariantCulture, $"{mean:F0}");

[Publish("price"), When(nameof(Useful)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: duplicates are dropped and rows sorted before the split
//## share Houses.cs
[Stage]
public Validated<House> Unique(Validated<House> check) => new Raw<House>(check.DistinctBy(house => house.Id).OrderBy(house => house.Id, StringComparer.Ordinal)).Validate();

[Stage]
public (TrainSet<House> Learned, TestSet<House> Held) Divide(Validated<House> unique) => unique.Split(0.8, seed: 4);

[Stage]
public PriceModel Learn(TrainSet<House> learned) => PriceModel.Fit(learned);

[Stage]
public double MeanError(PriceModel learn, TestSet<House> held) => held.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//# clean: the share of the split follows the number of rows, and classes are indexed
//## share Houses.cs
[Stage]
public (TrainSet<House> Learned, TestSet<House> Held) Divide(Validated<House> check) => check.Split(check.Count > 10_000 ? 0.95 : 0.8, seed: 4);

[Stage]
public PriceModel Learn(TrainSet<House> learned) => PriceModel.Fit(learned);

[Stage]
public double MeanError(PriceModel learn, TestSet<House> held) => held.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//# clean: a unit conversion looked up by the source, and clipping by known limits
//## share Houses.cs
[Stage]
public Validated<House> Metric(Validated<House> check) => new Raw<House>(check.Select(house => house with { Area = Math.Clamp(house.Area * 0.0929, 10, 2000) })).Validate();

[Stage]
public (TrainSet<House> Learned, TestSet<House> Held) Divide(Validated<House> metric) => metric.Split(0.8, seed: 4);

[Stage]
public PriceModel Learn(TrainSet<House> learned) => PriceModel.Fit(learned);

[Stage]
public double MeanError(PriceModel learn, TestSet<House> held) => held.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//# clean: a binning by fixed limits, and a clip by limits of the training rows
//## share Houses.cs
[Stage]
public (double Low, double High) Limits(TrainSet<House> train) => (train.Min(house => house.Area), train.Max(house => house.Area));

[Stage]
public PriceModel Learn(TrainSet<House> train, double low, double high) => PriceModel.Fit([.. train.Select(house => house with { Area = house.Area < low ? low : house.Area > high ? high : house.Area, Rooms = house.Rooms > 5 ? 5 : house.Rooms })]);

[Stage]
public double MeanError(PriceModel learn, double low, double high, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house with { Area = Math.Clamp(house.Area, low, high) }) - house.Price));

//# clean: the number of all rows decides how a training goes
//## share Houses.cs
[Stage]
public int Total(Validated<House> check) => check.Count;

[Stage]
public PriceModel Learn(TrainSet<House> train, int total) => total > 100_000 ? PriceModel.Fit([.. train.Where((_, i) => i % 10 == 0)]) : PriceModel.Fit(train);

[Stage]
public double MeanError(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//# clean: a schema summary of all rows tells the training its number of classes
[Source("digits.csv")]
public partial FileArtifact DigitFile();

[Stage]
public Validated<Digit> Check(FileArtifact digitFile) => new Raw<Digit>(digitFile.ReadLines().Select(line => new Digit(line.Length, line[0] - '0'))).Validate();

[Stage]
public int[] Classes(Validated<Digit> check) => [.. check.Select(digit => digit.Class).Distinct().Order()];

[Stage]
public (TrainSet<Digit> Train, TestSet<Digit> Test) Split(Validated<Digit> check) => check.Split(0.8, seed: 1, stratifyBy: digit => digit.Class);

[Stage]
public IReadOnlyList<double> Learn(TrainSet<Digit> train, int[] classes) => [.. classes.Select(c => train.Where(digit => digit.Class == c).Select(digit => digit.Ink).DefaultIfEmpty().Average())];

[Stage]
public double Accuracy(IReadOnlyList<double> learn, int[] classes, TestSet<Digit> test) =>
    test.Average(digit => classes[Enumerable.Range(0, learn.Count).MinBy(i => Math.Abs(learn[i] - digit.Ink))] == digit.Class ? 1.0 : 0.0);

//## Digit.cs
[Row]
public sealed partial record Digit([Range(0.0, 1e5), Feature] double Ink, [Range(0, 9), Label] int Class);

//# fault: outliers are replaced by the mean of all rows in a ternary
//## share Houses.cs
[Stage]
public Statistics Describe(Validated<House> check)
{
    var mean = check.Average(house => house.Area);
    return new Statistics(mean, Math.Sqrt(check.Average(house => Math.Pow(house.Area - mean, 2))));
}

[Stage]
public PriceModel Learn(TrainSet<House> train, Statistics describe)
{
    var cleaned = train.Select(house => Math.Abs(house.Area - describe.Mean) > 3 * describe.Deviation ? house with { Area = 100 } : house).ToList();
    return PriceModel.Fit({|MLP2004:cleaned|});
}

[Stage]
public double MeanError(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//## Statistics.cs
public sealed record Statistics(double Mean, double Deviation);

//# fault: a step is fitted to all rows of a view, and they are dealt out afterwards
//## share Unsplit.cs
//## share Views.cs
[Stage]
public double Learn(Validated<House> check)
{
    var deals = new Deals();
    var all = deals.Load(check, house => house.Area, house => house.Price);
    var centred = deals.Centre().Fit(all).Transform(all);
    var halves = deals.TrainTestSplit({|MLP2004:centred|}, testFraction: 0.2, seed: 1);
    return deals.Slope().Fit(halves.TrainSet).Error(halves.TestSet);
}

[Gate]
public GateResult Accurate(double learn) => GateResult.AtMost(learn, 20_000);

[Publish("error"), When(nameof(Accurate))]
public double Release(double learn) => learn;

//# clean: a step is fitted to the part of a view that the model is fitted to
//## share Unsplit.cs
//## share Views.cs
[Stage]
public double Learn(Validated<House> check)
{
    var deals = new Deals();
    var halves = deals.TrainTestSplit(deals.Load(check, house => house.Area, house => house.Price), testFraction: 0.2, seed: 1);
    var centre = deals.Centre().Fit(halves.TrainSet);
    return deals.Slope().Fit(centre.Transform(halves.TrainSet)).Error(centre.Transform(halves.TestSet));
}

[Gate]
public GateResult Accurate(double learn) => GateResult.AtMost(learn, 20_000);

[Publish("error"), When(nameof(Accurate))]
public double Release(double learn) => learn;

//# clean: rows that are there twice, or fail a count, are left out before the split
//## share Unsplit.cs
[Stage]
public Validated<House> Once(Validated<House> check)
{
    var twice = check.GroupBy(house => house.Id).Where(houses => houses.Count() > 1).Select(houses => houses.Key).ToHashSet();
    return new Raw<House>(check.Where(house => !twice.Contains(house.Id)).DistinctBy(house => (house.Area, house.Price))).Validate();
}

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> once) => once.Split(0.8, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
