//# fault: churn rows read by a CSV class with a field keyword property, trained with no validation
[Pipeline("churn")]
public sealed partial class ChurnPipeline
{
    [Source("churn.csv")]
    public partial FileArtifact ChurnFile();

    [Stage]
    public IReadOnlyList<Subscriber> Load(FileArtifact churnFile)
    {
        var reader = new CsvTable { Separator = ';' };
        return [.. reader.Rows(churnFile, cells => new Subscriber(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2] == "1"))];
    }

    [Stage]
    public ChurnModel Train(IReadOnlyList<Subscriber> load) => ChurnModel.Fit({|MLP2001:load|});

    [Stage]
    public double Threshold(ChurnModel train) => train.Limit;
}

[Row]
public sealed partial record Subscriber([Required] string Id, [Range(0.0, 1e5), Feature] double Minutes, [Label] bool Left);

public sealed record ChurnModel(double Limit)
{
    public static ChurnModel Fit(IEnumerable<Subscriber> rows) => new(rows.Where(r => r.Left).Average(r => r.Minutes));
}

public sealed class CsvTable
{
    public char Separator
    {
        get;
        set => field = value == '\0' ? ',' : value;
    }

    public IEnumerable<T> Rows<T>(FileArtifact file, Func<string[], T> parse)
    {
        foreach (var line in file.ReadLines().Skip(1))
        {
            yield return parse(line.Split(Separator));
        }
    }
}

//# fault: a builder is given raw rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => new RegressionBuilder()
    .WithRows(parse)
    .WithRidge(0.1)
    .Build();

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## RegressionBuilder.cs
public sealed class RegressionBuilder
{
    private readonly List<House> _rows = [];
    private double _ridge;

    public RegressionBuilder WithRows(IEnumerable<House> rows)
    {
        _rows.AddRange(rows);
        return this;
    }

    public RegressionBuilder WithRidge(double ridge)
    {
        _ridge = ridge;
        return this;
    }

    public PriceModel Build()
    {
        var model = PriceModel.Fit({|MLP2001:_rows|});
        return model with { Slope = model.Slope / (1 + _ridge) };
    }
}

//# fault: groups of an ILookup train one model per town
//## share Houses.cs
[Stage]
public IReadOnlyDictionary<string, PriceModel> PerTown(Raw<House> parse)
{
    ILookup<string, House> byTown = parse.ToLookup(house => house.Id.Split('-')[0], StringComparer.Ordinal);
    var models = new SortedDictionary<string, PriceModel>(StringComparer.Ordinal);
    foreach (var town in byTown)
    {
        if (town.Count() >= 5)
        {
            models[town.Key] = PriceModel.Fit({|MLP2001:[.. town]|});
        }
    }

    return models;
}

[Stage]
public int Towns(IReadOnlyDictionary<string, PriceModel> perTown) => perTown.Count;

//# fault: Parallel.For fills an array of models
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Bagged(Raw<House> parse)
{
    var models = new PriceModel[8];
    Parallel.For(0, models.Length, index =>
    {
        var random = new Random(index);
        var sample = Enumerable.Range(0, parse.Count).Select(_ => parse[random.Next(parse.Count)]).ToArray();
        models[index] = PriceModel.Fit({|MLP2001:sample|});
    });
    return models;
}

[Stage]
public double MeanSlope(IReadOnlyList<PriceModel> bagged) => bagged.Average(model => model.Slope);

//# fault: a quality gate of our own returns the raw rows where it should return the checked ones
//## share Houses.cs
[Stage]
public Prepared Prepare(Raw<House> parse)
{
    var result = Ingest.Run(parse);
    return new Prepared(result.Rows, result.Rejected);
}

[Stage]
public PriceModel Learn(Prepared prepare) => PriceModel.Fit({|MLP2001:prepare.Rows|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Ingest.cs
public sealed record Prepared(IReadOnlyList<House> Rows, int Rejected);

public static class Ingest
{
    public static (IReadOnlyList<House> Rows, int Rejected) Run(Raw<House> rows)
    {
        var valid = rows.Validate(maxInvalidShare: 0.1);
        return (rows, valid.Report.RowsRejected);
    }
}

//# fault: static abstract parsing, and a generic reader over a constraint
[Source("sensors/*.csv")]
public partial FileSet SensorFiles();

[Stage]
public IReadOnlyList<Reading> Read(FileSet sensorFiles) => [.. sensorFiles.SelectMany(Reader.ReadAll<Reading>)];

[Stage]
public AnomalyModel Detector(IReadOnlyList<Reading> read) => new AnomalyTrainer(sigmas: 3).Train({|MLP2001:read|});

[Stage]
public double Limit(AnomalyModel detector) => detector.Upper;

//## Reading.cs
public interface ILineParsable<TSelf>
    where TSelf : ILineParsable<TSelf>
{
    static abstract TSelf FromLine(ReadOnlySpan<char> line);
}

[Row]
public sealed partial record Reading([Range(-60.0, 200.0), Feature] double Celsius, [Range(0.0, 50.0), Feature] double Vibration) : ILineParsable<Reading>
{
    public static Reading FromLine(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf(',');
        return new(double.Parse(line[..comma], CultureInfo.InvariantCulture), double.Parse(line[(comma + 1)..], CultureInfo.InvariantCulture));
    }
}

public static class Reader
{
    public static IEnumerable<T> ReadAll<T>(FileArtifact file)
        where T : ILineParsable<T> => file.ReadLines().Select(line => T.FromLine(line));
}

public sealed record AnomalyModel(double Upper);

public sealed class AnomalyTrainer(double sigmas)
{
    public AnomalyModel Train(IReadOnlyList<Reading> readings)
    {
        var mean = readings.Average(r => r.Celsius);
        var deviation = Math.Sqrt(readings.Average(r => (r.Celsius - mean) * (r.Celsius - mean)));
        return new AnomalyModel(mean + (sigmas * deviation));
    }
}

//# fault: an evaluation on unchecked rows that come from a second source
//## share Houses.cs
//## share Trained.cs
[Source("holdout.json")]
public partial FileArtifact Holdout();

[Stage]
public double Evaluate(PriceModel fit, FileArtifact {|MLP2001:holdout|})
{
    var rows = System.Text.Json.JsonSerializer.Deserialize<House[]>(holdout.ReadAllText()) ?? [];
    return Evaluation.MeanAbsoluteError(fit, rows);
}

//## Evaluation.cs
public static class Evaluation
{
    public static double MeanAbsoluteError(PriceModel model, IReadOnlyList<House> rows) => rows.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: an options object carries the rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> {|MLP2001:parse|}) => Trainers.Run(new TrainOptions { Rows = [.. parse], Epochs = 5 });

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## TrainOptions.cs
public sealed class TrainOptions
{
    public required IReadOnlyList<House> Rows { get; init; }

    public int Epochs { get; init; } = 10;
}

public static class Trainers
{
    public static PriceModel Run(TrainOptions options)
    {
        var model = new PriceModel(0, 0);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            model = Step(model, options.Rows);
        }

        return PriceModel.Fit({|MLP2001:options.Rows|}) with { Offset = model.Offset };
    }

    private static PriceModel Step(PriceModel model, IReadOnlyList<House> rows) => model with { Offset = rows.Average(house => house.Price - (model.Slope * house.Area)) };
}

//# clean: validated rows pass through a builder, a lookup and a task
//## share Houses.cs
[Stage]
public async Task<IReadOnlyDictionary<string, PriceModel>> PerTown(Raw<House> parse)
{
    var valid = parse.Validate(maxInvalidShare: 0.02);
    var lookup = valid.ToLookup(house => house.Id[..1], StringComparer.Ordinal);
    var models = await Task.WhenAll(lookup.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Task.Run(() => (g.Key, Model: PriceModel.Fit([.. g])))));
    return models.ToDictionary(m => m.Key, m => m.Model, StringComparer.Ordinal);
}

[Stage]
public int Towns(IReadOnlyDictionary<string, PriceModel> perTown) => perTown.Count;

//# clean: a retraining takes the parse error count of the raw rows as a flag
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, Raw<House> parse)
{
    var dirty = parse.Any(house => house.Area <= 0);
    return dirty ? PriceModel.Fit([.. train.Take(1000)]) : PriceModel.Fit(train);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a Span2D-like ref struct takes raw columns into a solver
//## share Houses.cs
[Stage]
public double Learn(Raw<House> parse)
{
    Span<double> areas = new double[parse.Count];
    Span<double> prices = new double[parse.Count];
    for (var i = 0; i < parse.Count; i++)
    {
        (areas[i], prices[i]) = (parse[i].Area, parse[i].Price);
    }

    var columns = new Columns(areas, prices);
    return LeastSquares.Fit({|MLP2001:columns|});
}

//## Columns.cs
public readonly ref struct Columns(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
{
    public ReadOnlySpan<double> X { get; } = x;

    public ReadOnlySpan<double> Y { get; } = y;
}

public static class LeastSquares
{
    public static double Fit(Columns columns)
    {
        double xy = 0, xx = 0;
        for (var i = 0; i < columns.X.Length; i++)
        {
            xy += columns.X[i] * columns.Y[i];
            xx += columns.X[i] * columns.X[i];
        }

        return xy / xx;
    }
}

//# fault: json documents are walked and learned
[Source("events.json")]
public partial FileArtifact Events();

[Stage]
public BidModel Learn(FileArtifact events)
{
    using var document = System.Text.Json.JsonDocument.Parse(events.ReadAllText());
    var bids = document.RootElement.GetProperty("events").EnumerateArray()
        .Where(e => e.TryGetProperty("bid", out _))
        .Select(e => (Bid: e.GetProperty("bid").GetDouble(), Won: e.GetProperty("won").GetBoolean()))
        .ToList();
    return BidModel.Train({|MLP2001:bids|});
}

[Stage]
public double Limit(BidModel learn) => learn.Price;

//## BidModel.cs
public sealed record BidModel(double Price)
{
    public static BidModel Train(IEnumerable<(double Bid, bool Won)> bids) => new(bids.Where(b => b.Won).Min(b => b.Bid));
}

//# clean: a railway's delays, with methods named after trains
[Pipeline("railway")]
public sealed partial class RailwayPipeline
{
    [Source("trips.csv")]
    public partial FileArtifact Trips();

    [Stage]
    public IReadOnlyList<Trip> Parse(FileArtifact trips) => [.. trips.ReadLines().Select(line => new Trip(Names.TrainId(line), line.Length))];

    [Stage]
    public IReadOnlyDictionary<string, double> TrainDelays(IReadOnlyList<Trip> parse) =>
        parse.GroupBy(trip => trip.Train, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Average(trip => trip.Delay), StringComparer.Ordinal);

    [Stage]
    public string Text(IReadOnlyDictionary<string, double> trainDelays) => string.Join('\n', trainDelays.Keys.Order(StringComparer.Ordinal));
}

public sealed record Trip(string Train, double Delay);

public static class Names
{
    public static string TrainId(string line) => line.Split(',')[0];
}

//# clean: raw rows are written to a quarantine file and the others are learned
//## share Houses.cs
[Stage]
public (FileArtifact Quarantine, PriceModel Model) Learn(Raw<House> parse, StageContext context)
{
    var valid = parse.Validate(maxInvalidShare: 0.2);
    using (var writer = new StreamWriter(context.CreateFile("quarantine.csv")))
    {
        foreach (var reject in valid.Report.Rejects)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reject.Index};{reject.Row.Area};{reject.Row.Price}"));
        }
    }

    return (context.GetFile("quarantine.csv"), PriceModel.Fit(valid));
}

[Stage]
public double Slope(PriceModel model, FileArtifact quarantine) => model.Slope + quarantine.Length;

//# clean: the rejected rows are published for the supplier, under a name that says so
//## share Houses.cs
//## share Trained.cs
[Stage]
public IReadOnlyList<House> Rejects(Validated<House> check) => [.. check.Report.Rejects.Select(reject => reject.Row)];

[Publish("houses-rejected"), When(nameof(Accurate))]
public IReadOnlyList<House> Report(IReadOnlyList<House> rejects) => rejects;

//# fault: a number of the rejected rows is published
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

[Publish("worst")]
public double {|MLP2001:Report|}(Validated<House> check) => check.Report.Rejects.Max(reject => reject.Row.Price);

//# clean: rejected rows are only counted
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

[Publish("quality")]
public Quality Report(Validated<House> check) => new(check.Count, check.Report.Rejects.Count(reject => reject.Row.Area < 0), check.Report.Rejects.Any(reject => reject.Row.Price < 0));

//## Types.cs
public sealed record Quality(int Rows, int Backwards, bool Gifts);

//# clean: rows that are called rejects are only counted
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

[Publish("quality")]
public Quality Report(Raw<House> load)
{
    var rejects = load.Where(house => house.Area < 0 || house.Price < 0).ToList();
    return new Quality(rejects.Count, rejects.Count(house => house.Price < 0));
}

//## Types.cs
public sealed record Quality(int Rows, int Gifts);

//# clean: problems of rejected rows are counted by column
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

[Publish("quality")]
public IReadOnlyDictionary<string, int> Report(Validated<House> check) => check.Report.Rejects.SelectMany(reject => reject.Problems).GroupBy(problem => problem.Column, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

//# clean: rejected rows are counted in a loop
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

[Publish("quality")]
public IReadOnlyDictionary<string, int> Report(Validated<House> check)
{
    var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
    foreach (var reject in check.Report.Rejects)
    {
        var kind = reject.Row.Price < 0 ? "gift" : "other";
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    return counts;
}
