//# clean: prices of houses, a service that estimates them, and a watch of what it is asked
[Pipeline("house-prices", Version = "1.1.0", Owner = "valuation")]
public sealed partial class HousePrices
{
    [Parameter]
    public string Folder { get; init; } = "houses";

    [Source("{Folder}/*.csv")]
    public partial FileSet Files();

    [Source("{Folder}/prices.onnx")]
    public partial FileArtifact Network();

    [Stage]
    public Raw<Sold> Parse(FileSet files) => new(
        from file in files
        from line in file.ReadLines().Skip(1)
        let cells = line.Split(';')
        select new Sold(
            cells[0],
            double.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            Enum.Parse<Heating>(cells[3]),
            double.Parse(cells[4], CultureInfo.InvariantCulture)));

    [Stage]
    public Validated<Sold> Check(Raw<Sold> parse, StageContext context)
    {
        var valid = parse.Validate(maxInvalidShare: 0.01);
        context.LogMetric("rejected", valid.Report.RowsRejected);
        return valid;
    }

    [Stage]
    public (TrainSet<Sold> Train, TestSet<Sold> Test) Split(Validated<Sold> check) => check.Split(0.8, seed: 7);

    [Stage]
    public AreaSummary Describe(TrainSet<Sold> train) => AreaSummary.Of(train.Select(house => house.Area));

    [Stage]
    public Model<HouseQuery, Estimate> Import(FileArtifact network) => Model<HouseQuery, Estimate>.FromOnnx(
        network.ReadAllBytes(), new OnnxImportOptions { Trainer = "torch 2.9", Outputs = new Dictionary<string, string> { ["Price"] = "y" } });

    [Stage]
    public double Error(Model<HouseQuery, Estimate> import, TestSet<Sold> test)
    {
        using var scorer = import.CreateScorer();
        var answers = scorer.Score([.. test.Select(HouseQuery.From)]);
        return test.Select((house, i) => Math.Abs(answers[i].Price - house.Price) / house.Price).Average();
    }

    [Gate]
    public GateResult Accurate(double error) => GateResult.AtMost(error, 0.15);

    [Publish("house-prices", Purpose = "First offers; an agent looks at each."), When(nameof(Accurate)), RequiresReview(1)]
    public Model<HouseQuery, Estimate> Release(Model<HouseQuery, Estimate> import) => import;
}

[Service("house-prices", Owner = "valuation")]
public sealed partial class HousePriceService
{
    /// <summary>Estimates what a house would sell for.</summary>
    [Predict(typeof(HousePrices), nameof(HousePrices.Release))]
    public partial ValueTask<Answer<Estimate>> EstimateAsync(HouseQuery query, CancellationToken cancellationToken);
}

[Pipeline("house-price-watch", Owner = "valuation"), Schedule("0 6 * * *", TimeZone = "Europe/Berlin")]
public sealed partial class HousePriceWatch
{
    [Window]
    public TimeWindow Day { get; init; }

    [Parameter, Range(0.0, 1.0)]
    public double Most { get; init; } = 0.25;

    [Served(typeof(HousePriceService), nameof(HousePriceService.EstimateAsync))]
    public partial Served<HouseQuery, Estimate> Asked();

    [FromPublished(typeof(HousePrices), nameof(HousePrices.Describe))]
    public partial AreaSummary Learned();

    [Stage]
    public double Shift(Served<HouseQuery, Estimate> asked, AreaSummary learned) =>
        asked.Count == 0 ? 0 : Math.Abs(asked.Average(row => row.Input.Area) - learned.Mean) / learned.Deviation;

    [Gate]
    public GateResult Steady(double shift) => GateResult.AtMost(shift, Most, "shift of the mean area, in standard deviations");

    [Notify("mail:valuation@example.org"), Unless(nameof(Steady))]
    public Notice Tell(double shift) => new("Houses have changed", string.Create(CultureInfo.InvariantCulture, $"By {shift:0.00} standard deviations in {Day}."));
}

//## Rows.cs
public enum Heating
{
    None,
    Gas,
    HeatPump,
}

[Row]
public sealed partial record Sold(
    [RowKey] string Number,
    [Range(10.0, 2000.0), Feature] double Area,
    [Range(1, 50), Feature] int Rooms,
    [Feature] Heating Heating,
    [Range(1000.0, 1e8), Label] double Price);

[RowView(typeof(Sold))]
public sealed partial record HouseQuery;

[Prediction]
public readonly partial record struct Estimate([Score] double Price);

public sealed record AreaSummary(double Mean, double Deviation)
{
    public static AreaSummary Of(IEnumerable<double> areas)
    {
        var all = areas.ToArray();
        var mean = all.Average();
        return new AreaSummary(mean, Math.Sqrt(all.Average(area => (area - mean) * (area - mean))));
    }
}

//# clean: three kinds of flowers, by the nearest centre of a class, and a service for them
[Pipeline("flowers")]
public sealed partial class Flowers
{
    [Source("iris.csv")]
    public partial FileArtifact Iris();

    [Stage]
    public Validated<Flower> Read(FileArtifact iris) => new Raw<Flower>(iris.ReadLines().Skip(1).Select(Flower.Parse)).Validate();

    [Stage]
    public (TrainSet<Flower> Train, TestSet<Flower> Test) Split(Validated<Flower> read) => read.Split(0.7, seed: 3, stratifyBy: flower => flower.Species);

    [Stage]
    public IReadOnlyDictionary<Species, Centre> Centres(TrainSet<Flower> train) => train
        .GroupBy(flower => flower.Species)
        .OrderBy(group => group.Key)
        .ToDictionary(group => group.Key, group => new Centre(group.Average(flower => flower.Petal), group.Average(flower => flower.Sepal)));

    [Stage]
    public Model<FlowerQuery, FlowerAnswer> Write(IReadOnlyDictionary<Species, Centre> centres) => Centre.ToModel(centres);

    [Stage]
    public double Accuracy(Model<FlowerQuery, FlowerAnswer> write, TestSet<Flower> test)
    {
        using var scorer = write.CreateScorer();
        return (double)test.Count(flower => scorer.Score(FlowerQuery.From(flower)).Species == flower.Species) / test.Count;
    }

    [Gate]
    public GateResult Good(double accuracy) => GateResult.AtLeast(accuracy, 0.9);

    [Publish("flowers"), When(nameof(Good))]
    public Model<FlowerQuery, FlowerAnswer> Release(Model<FlowerQuery, FlowerAnswer> write) => write;
}

[Service("flowers")]
public sealed partial class FlowerService
{
    [Predict(typeof(Flowers), nameof(Flowers.Release))]
    public partial ValueTask<Answer<FlowerAnswer>> Name(FlowerQuery flower, CancellationToken cancellationToken);
}

//## Flower.cs
public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
}

[Row]
public sealed partial record Flower([Range(0.1f, 10f), Feature] float Petal, [Range(0.1f, 10f), Feature] float Sepal, [Label] Species Species)
{
    public static Flower Parse(string line)
    {
        var cells = line.Split(',');
        return new(float.Parse(cells[0], CultureInfo.InvariantCulture), float.Parse(cells[1], CultureInfo.InvariantCulture), Enum.Parse<Species>(cells[2], ignoreCase: true));
    }
}

[RowView(typeof(Flower), Without = ColumnRole.Label)]
public sealed partial record FlowerQuery;

[Prediction]
public sealed partial record FlowerAnswer([PredictedLabel] Species Species, [Score] float[] Scores);

public sealed record Centre(double Petal, double Sepal)
{
    public static Model<FlowerQuery, FlowerAnswer> ToModel(IReadOnlyDictionary<Species, Centre> centres) =>
        throw new NotSupportedException($"There is no graph of {centres.Count} centres.");
}

//# clean: two services in one program, one of them with two methods, and a client that calls both
//## share Applicants.cs
[Pipeline("hours")]
public sealed partial class HoursPipeline
{
    [Source("hours.csv")]
    public partial FileArtifact Table();

    [Stage]
    public Validated<Worker> Read(FileArtifact table) => new Raw<Worker>(table.ReadLines().Select(line => new Worker(line.Length, line.Length / 2.0))).Validate();

    [Stage]
    public (TrainSet<Worker> Train, TestSet<Worker> Test) Split(Validated<Worker> read) => read.Split(0.5, seed: 5);

    [Stage]
    public Model<WorkerQuery, HoursAnswer> Fit(TrainSet<Worker> train) => Lines.Fit(train);

    [Stage]
    public double Error(Model<WorkerQuery, HoursAnswer> fit, TestSet<Worker> test)
    {
        using var scorer = fit.CreateScorer();
        return test.Average(worker => Math.Abs(scorer.Score(WorkerQuery.From(worker)).Hours - worker.Hours));
    }

    [Gate]
    public GateResult Near(double error) => GateResult.AtMost(error, 4);

    [Publish("hours"), When(nameof(Near))]
    public Model<WorkerQuery, HoursAnswer> Release(Model<WorkerQuery, HoursAnswer> fit) => fit;
}

//## Services.cs
[Row]
public sealed partial record Worker([Range(17, 120), Feature] int Age, [Range(0.0, 99.0), Label] double Hours);

[RowView(typeof(Worker))]
public sealed partial record WorkerQuery;

[Prediction]
public readonly partial record struct HoursAnswer([Score] double Hours);

public static class Lines
{
    public static Model<WorkerQuery, HoursAnswer> Fit(TrainSet<Worker> train) => throw new NotSupportedException($"There are no lines of {train.Count} rows.");
}

[Service("income", Owner = "credit-risk")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> Try(Application application, CancellationToken cancellationToken);
}

[Service("hours")]
public sealed partial class HoursService
{
    [Predict(typeof(HoursPipeline), nameof(HoursPipeline.Release))]
    public partial ValueTask<Answer<HoursAnswer>> Guess(WorkerQuery worker, CancellationToken cancellationToken);
}

public static class Both
{
    public static async Task<float> AskAsync(HttpClient http, int age)
    {
        var hours = await new HoursService.Client(http).GuessAsync(new WorkerQuery(age));
        var income = await new IncomeService.Client(http).ScoreAsync(new Application(1, age, (int)hours.Prediction.Hours));
        return income.Prediction.Probability;
    }
}
