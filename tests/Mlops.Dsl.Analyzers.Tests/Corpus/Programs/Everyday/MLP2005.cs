//# fault: features by a span builder take the label
//## share Houses.cs
[Stage]
public double[] Learn(TrainSet<House> train)
{
    var learner = new LinearLearner(3);
    foreach (var house in train)
    {
        ReadOnlySpan<double> row = [house.Area, house.Rooms, house.Price / 1000];
        learner.Step(features: {|MLP2005:row|}, target: house.Price);
    }

    return learner.Weights;
}

//## LinearLearner.cs
public sealed class LinearLearner(int width)
{
    public double[] Weights { get; } = new double[width];

    public void Step(ReadOnlySpan<double> features, double target)
    {
        var error = target;
        for (var i = 0; i < features.Length; i++)
        {
            error -= Weights[i] * features[i];
        }

        for (var i = 0; i < features.Length; i++)
        {
            Weights[i] += 1e-9 * error * features[i];
        }
    }
}

//# fault: a DTO mapper copies the label into the features of a request
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Replay(PriceModel fit, TestSet<House> test)
{
    var requests = test.Select(HouseMapper.ToRequest).ToList();
    return requests.Average(request => fit.Slope * request.Features.Values.Sum());
}

//## HouseMapper.cs
public sealed record ScoreRequest(string Id)
{
    public required IReadOnlyDictionary<string, double> Features { get; init; }
}

public static class HouseMapper
{
    public static ScoreRequest ToRequest(House house) => new(house.Id)
    {
        Features = {|MLP2005:new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["area"] = house.Area,
            ["rooms"] = house.Rooms,
            ["price_per_sqm"] = house.Price / house.Area,
        }|},
    };
}

//# fault: the label by an out parameter, and by deconstruction in a foreach
//## share Houses.cs
[Stage]
public IReadOnlyList<double[]> Vectors(TrainSet<House> train)
{
    var result = new List<double[]>();
    foreach (var (_, area, rooms, price) in train)
    {
        Encode(price, out var bucket);
        result.Add(BuildFeatures(area, rooms, bucket));
    }

    return result;
}

private static void Encode(double value, out double bucket) => bucket = value > 300_000 ? 1 : 0;

private static double[] BuildFeatures(double area, double rooms, double segment) => {|MLP2005:[area, rooms, segment]|};

//# fault: the score of a prediction is boosted by the answer
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Boosted(PriceModel fit, TestSet<House> test) =>
    (from house in test
     let hint = house.Price > 500_000 ? 1.1 : 1.0
     select Math.Abs(fit.Predict({|MLP2005:house with { Area = house.Area * hint }|}) - house.Price)).Average();

//# clean: label and features are columns of one matrix that is sliced apart
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    double[][] table = [.. train.Select(house => new[] { house.Area, house.Rooms, house.Price })];
    var labels = train.Select(house => house.Price).ToArray();
    return Solver.Solve(features: [.. train.Select(house => new[] { house.Area, house.Rooms })], labels) + table.Length;
}

//## Solver.cs
public static class Solver
{
    public static double Solve(double[][] features, double[] labels) => labels.Zip(features, (y, x) => y / x[0]).Average();
}

//# clean: residuals of a first model are the target of a second one
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var first = PriceModel.Fit(train);
    var residuals = train.Select(house => house with { Price = house.Price - first.Predict(house) }).ToList();
    var second = PriceModel.Fit(residuals);
    return new PriceModel(first.Slope + second.Slope, first.Offset + second.Offset);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: the label's distribution chooses class weights beside the features
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    var share = train.Count(house => house.Price > 400_000) / (double)train.Count;
    var sum = 0.0;
    foreach (var house in train)
    {
        var features = new[] { house.Area, house.Rooms };
        var weight = house.Price > 400_000 ? 1 - share : share;
        sum += weight * features.Sum();
    }

    return sum;
}

//# clean: a stage called Featurize maps checked rows to rows with a label column
[Pipeline("clicks")]
public sealed partial class ClicksPipeline
{
    [Source("impressions.csv")]
    public partial FileArtifact ImpressionFile();

    [Stage]
    public Validated<Impression> Check(FileArtifact impressionFile) => new Raw<Impression>(impressionFile.ReadLines().Select(line => new Impression(line, line.Length % 24, line[^1] == '1'))).Validate();

    [Stage]
    public Validated<ClickFeatures> ExtractFeatures(Validated<Impression> check) =>
        new Raw<ClickFeatures>(check.Select(i => new ClickFeatures(i.Banner.Length, i.Hour >= 18, i.Clicked))).Validate();

    [Stage]
    public (TrainSet<ClickFeatures> Train, TestSet<ClickFeatures> Test) Split(Validated<ClickFeatures> extractFeatures) => extractFeatures.Split(0.8, seed: 2);

    [Stage]
    public ClickModel Learn(TrainSet<ClickFeatures> train) => new(train.Where(c => c.Clicked).Average(c => c.Length));

    [Stage]
    public double Accuracy(ClickModel learn, TestSet<ClickFeatures> test) => test.Average(c => c.Length > learn.Limit == c.Clicked ? 1.0 : 0.0);
}

[Row]
public sealed partial record Impression([Required] string Banner, [Range(0, 23)] int Hour, [Label] bool Clicked);

[Row]
public sealed partial record ClickFeatures([Range(0.0, 1e4), Feature] double Length, [Feature] bool Evening, [Label] bool Clicked);

public sealed record ClickModel(double Limit);

//# clean: a helper called ToFeatures returns features and label in a tuple
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    var pairs = train.Select(ToFeaturesAndLabel).ToList();
    return pairs.Average(pair => pair.Label / pair.Features[0]);
}

private static (double[] Features, double Label) ToFeaturesAndLabel(House house) => ([house.Area, house.Rooms], house.Price);

//# clean: features in a sample class with target beside them
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    var samples = train.Select(Encoder.Featurize).ToList();
    return samples.Sum(sample => sample.Y * sample.X[0]) / samples.Sum(sample => sample.X[0] * sample.X[0]);
}

//## Encoder.cs
public readonly record struct Sample(double[] X, double Y);

public static class Encoder
{
    public static Sample Featurize(House house) => new([house.Area, house.Rooms], house.Price);
}

//# fault: a sample class whose vector holds the label
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    var samples = train.Select(Encoder.Featurize).ToList();
    return samples.Sum(sample => sample.Y * sample.X[0]) / samples.Sum(sample => sample.X[0] * sample.X[0]);
}

//## Encoder.cs
public readonly record struct Sample(double[] X, double Y);

public static class Encoder
{
    public static Sample Featurize(House house) => {|MLP2005:new([house.Area, house.Price / house.Rooms], house.Price)|};
}

//# fault: a feature column of new rows is a share of the label
//## share Houses.cs
[Stage]
public Validated<Flat> Features(Validated<House> check) => {|MLP2005:new Raw<Flat>(check.Select(h => new Flat(h.Price / h.Rooms, h.Price))).Validate()|};

//## Flat.cs
[Row]
public sealed partial record Flat([Range(0.0, 1e8), Feature] double PerRoom, [Range(0.0, 1e8), Label] double Price);

//# clean: a prediction of a copied row, which has its label still
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Shifted(PriceModel fit, TestSet<House> test) =>
    test.Average(house => Math.Abs(fit.Predict(new House(house.Id, house.Area * 1.01, house.Rooms, house.Price)) - fit.Predict(house)));

//# fault: a prediction of a row whose area was made from the label
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Shifted(PriceModel fit, TestSet<House> test) =>
    test.Average(house => Math.Abs(fit.Predict({|MLP2005:new House(house.Id, house.Price / 3000, house.Rooms, house.Price)|}) - house.Price));

//# fault: the label in a tuple pattern makes the features
//## share Houses.cs
[Stage]
public IReadOnlyList<double[]> Vectors(TrainSet<House> train) => [.. train.Select(MakeFeatures)];

private static double[] MakeFeatures(House house) => {|MLP2005:(house.Price, house.Rooms) switch
{
    (> 500_000, > 4) => [1, 0],
    (> 500_000, _) => [0, 1],
    _ => [0, 0],
}|};

//# fault: an expensive flag by a property pattern among the features
//## share Houses.cs
[Stage]
public IReadOnlyList<double[]> Vectors(TrainSet<House> train) => [.. train.Select(house => BuildFeatures(house))];

private static double[] BuildFeatures(House house)
{
    var expensive = house is { Price: > 500_000 } ? 1.0 : 0.0;
    return {|MLP2005:[house.Area, house.Rooms, expensive]|};
}

//# clean: sample weights by the label stand beside the features in an options object
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train)
{
    var mean = train.Average(house => house.Price);
    var problem = new Problem
    {
        Features = [.. train.Select(house => new[] { house.Area, house.Rooms })],
        Targets = [.. train.Select(house => house.Price)],
        Weights = [.. train.Select(house => house.Price > mean ? 2.0 : 1.0)],
    };
    return problem.Solve();
}

//## Problem.cs
public sealed class Problem
{
    public required double[][] Features { get; init; }

    public required double[] Targets { get; init; }

    public double[] Weights { get; init; } = [];

    public double Solve() => Features.Zip(Targets, Weights).Sum(t => t.Third * t.Second / t.First[0]);
}

//# fault: a lambda takes the row apart
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => Learner.Learn(
    train.Select(house => { var (_, area, _, price) = house; return {|MLP2005:new[] { area, price }|}; }).ToList(),
    train.Select(house => house.Price).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a pattern takes the row apart
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => Learner.Learn(
    train.Select(house => house is (_, var area, _, var price) ? {|MLP2005:new[] { area, price }|} : []).ToList(),
    train.Select(house => house.Price).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a loop takes the rows apart
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var (features, labels) = (new List<double[]>(), new List<double>());
    foreach (var (_, area, rooms, price) in train)
    {
        features.Add([area, rooms, price]);
        labels.Add(price);
    }

    return Learner.Learn({|MLP2005:features|}, labels);
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: an extension takes the row apart
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => Learner.Learn(
    train.Select(house => { var (x, y) = house; return {|MLP2005:new[] { x, y }|}; }).ToList(),
    train.Select(house => house.Price).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public static class Parts
{
    public static void Deconstruct(this House house, out double x, out double y)
    {
        x = house.Area;
        y = house.Price;
    }
}

//# fault: a bag of features with names
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => Learner.LearnBags(
    train.Select(house => new Dictionary<string, double> { ["area"] = house.Area, {|MLP2005:["price"] = house.Price|} }).ToList(),
    train.Select(house => house.Price).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a bag of features of a class
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var bags = new List<FeatureBag>();
    foreach (var house in train)
    {
        var bag = new FeatureBag();
        bag.Put("area", house.Area);
        bag.Put("price", {|MLP2005:house.Price|});
        bags.Add(bag);
    }

    return BagLearner.Learn(bags, train.Select(house => house.Price).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class FeatureBag
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    public IEnumerable<double> Values => _values.Values;

    public void Put(string name, double value) => _values[name] = value;
}

public static class BagLearner
{
    public static PriceModel Learn(IReadOnlyList<FeatureBag> bags, IReadOnlyList<double> labels) => new(bags.Average(bag => bag.Values.Sum()), labels.Average());
}

//# fault: features by their keys, the label among them
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var rows = train.Select(house => new Dictionary<string, double>(StringComparer.Ordinal) { ["area"] = house.Area, ["rooms"] = house.Rooms, ["price"] = house.Price }).ToList();
    return Learner.Learn(rows.Select(row => new[] { row["area"], {|MLP2005:row["price"] }|}).ToList(), rows.Select(row => row["price"]).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a handler of an event collects features
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var features = new List<double[]>();
    var reader = new HouseReader();
    reader.Seen += (_, house) => features.Add([house.Area, house.Price]);
    reader.Run(train);
    return Learner.Learn({|MLP2005:features|}, train.Select(house => house.Price).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class HouseReader
{
    public event EventHandler<House>? Seen;

    public void Run(IEnumerable<House> houses)
    {
        foreach (var house in houses)
        {
            Seen?.Invoke(this, house);
        }
    }
}

//# fault: all columns of the schema
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var columns = House.Schema.Columns.OfType<RowColumn<House, double>>().ToList();
    var features = train.Select(house => columns.Select(column => column.Get(house)).ToArray()).ToList();
    return Learner.Learn({|MLP2005:features|}, train.Select(house => house.Price).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a row is taken apart into features and label
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => Learner.Learn(
    train.Select(house => { var (x, _) = house; return new[] { x }; }).ToList(),
    train.Select(house => { var (_, y) = house; return y; }).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public static class Parts
{
    public static void Deconstruct(this House house, out double x, out double y)
    {
        x = house.Area;
        y = house.Price;
    }
}

//# clean: a loop takes the rows apart, and keeps the label beside the features
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var (features, labels) = (new List<double[]>(), new List<double>());
    foreach (var (_, area, rooms, price) in train)
    {
        features.Add([area, rooms]);
        labels.Add(price);
    }

    return Learner.Learn(features, labels);
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: features and label by their keys
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var rows = train.Select(house => new Dictionary<string, double>(StringComparer.Ordinal) { ["area"] = house.Area, ["rooms"] = house.Rooms, ["price"] = house.Price }).ToList();
    return Learner.Learn(rows.Select(row => new[] { row["area"], row["rooms"] }).ToList(), rows.Select(row => row["price"]).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: handlers of an event collect features and labels
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var features = new List<double[]>();
    var labels = new List<double>();
    var reader = new HouseReader();
    reader.Seen += house => features.Add([house.Area]);
    reader.Seen += house => labels.Add(house.Price);
    reader.Run(train);
    return Learner.Learn(features, labels);
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class HouseReader
{
    public event Action<House>? Seen;

    public void Run(IEnumerable<House> houses)
    {
        foreach (var house in houses)
        {
            Seen?.Invoke(house);
        }
    }
}

//# clean: the columns of features of the schema
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var columns = House.Schema.Columns.Where(column => column.Role == ColumnRole.Feature).OfType<RowColumn<House, double>>().ToList();
    var features = train.Select(house => columns.Select(column => column.Get(house)).ToArray()).ToList();
    return Learner.Learn(features, train.Select(house => house.Price).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: all columns of the schema but the label
//## share Houses.cs
//## share Learner.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train)
{
    var features = new List<double[]>();
    foreach (var house in train)
    {
        var values = new List<double>();
        foreach (var column in House.Schema.Columns)
        {
            if (column.Name != nameof(House.Price) && column is RowColumn<House, double> number)
            {
                values.Add(number.Get(house));
            }
        }

        features.Add(values.ToArray());
    }

    return Learner.Learn(features, train.Select(house => house.Price).ToList());
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: an extension makes a vector of all columns
//## share Houses.cs
[Stage]
public double[] Weights(TrainSet<House> train) => [.. train.Select(house => house.ToVector()).Aggregate(new double[3], static (sum, x) => [.. sum.Zip(x, static (a, b) => a + b)])];

[Stage]
public double Error(double[] weights, TestSet<House> test) => test.Average(house => Math.Abs(house.ToVector().Zip(weights, static (x, w) => x * w).Sum() - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public double[] Release(double[] weights) => weights;

//## Vectors.cs
public static class HouseExtensions
{
    public static double[] ToVector(this House house) => {|MLP2005:[house.Area / 100, house.Rooms, house.Price / 1000]|};
}

//# clean: an extension makes a vector of the features
//## share Houses.cs
[Stage]
public double[] Weights(TrainSet<House> train) => [.. train.Select(house => house.ToVector()).Aggregate(new double[2], static (sum, x) => [.. sum.Zip(x, static (a, b) => a + b)])];

[Stage]
public double Error(double[] weights, TestSet<House> test) => test.Average(house => Math.Abs(house.ToVector().Zip(weights, static (x, w) => x * w).Sum() - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Accurate))]
public double[] Release(double[] weights) => weights;

//## Vectors.cs
public static class HouseExtensions
{
    public static double[] ToVector(this House house) => [house.Area / 100, house.Rooms];

    public static double[] TargetVector(this House house) => [house.Price];
}
