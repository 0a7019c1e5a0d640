//# fault: the scaler sees the test rows before the split
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public Scaler Scale(Validated<House> {|MLP2004:check|}) => Scaler.Fit(check);

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, Scaler scale) => PriceModel.Fit({|MLP2004:[.. train.Select(scale.Transform)]|});

[Stage]
public double Error(PriceModel fit, Scaler scale, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(scale.Transform(house)) - house.Price));

//## Scaler.cs
public sealed record Scaler(double Mean)
{
    public static Scaler Fit(IReadOnlyList<House> houses) => new(houses.Average(house => house.Area));

    public House Transform(House house) => house with { Area = house.Area / Mean };
}

//# fault: the mean of all rows, computed by hand
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public double MeanArea(Validated<House> check) => check.Average(house => house.Area);

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, double meanArea) => PriceModel.Fit({|MLP2004:[.. train.Select(house => house with { Area = house.Area - meanArea })]|});

[Stage]
public double Error(PriceModel fit, double meanArea, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house with { Area = house.Area - meanArea }) - house.Price));

//# fault: within one stage, before the split
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public (PriceModel Model, double MeanError) Fit(Validated<House> check)
{
    var mean = check.Average(house => house.Area);
    var (train, test) = check.Split(0.8, seed: 42);
    var model = PriceModel.Fit({|MLP2004:[.. train.Select(house => house with { Area = house.Area - mean })]|});
    return (model, test.Average(house => Math.Abs(model.Predict(house with { Area = house.Area - mean }) - house.Price)));
}

[Stage]
public double Ratio(PriceModel model, double meanError) => meanError / model.Slope;

//# fault: a vocabulary of all texts
[Source("texts.txt")]
public partial FileArtifact File();

[Stage]
public Raw<Review> Parse([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(line => new Review(line, line.Length > 80)));

[Stage]
public Validated<Review> Check(Raw<Review> parse) => parse.Validate();

[Stage]
public IReadOnlyList<string> Words(Validated<Review> {|MLP2004:check|}) => [.. check.SelectMany(review => review.Text.Split(' ')).Distinct().Order(StringComparer.Ordinal)];

[Stage]
public (TrainSet<Review> Train, TestSet<Review> Test) Split(Validated<Review> check) => check.Split(0.8, seed: 42);

[Stage]
public WordModel Fit(TrainSet<Review> train, IReadOnlyList<string> words) =>
    new([.. words.Select(word => train.Where(review => review.Text.Contains(word, StringComparison.Ordinal)).Average(review => review.Good ? 1.0 : 0.0))]);

[Stage]
public double Accuracy(WordModel fit, IReadOnlyList<string> words, TestSet<Review> test) =>
    test.Count(review => fit.Weights.Zip(words).Sum(pair => review.Text.Contains(pair.Second, StringComparison.Ordinal) ? pair.First : 0) > 1 == review.Good) / (double)test.Count;

//## Review.cs
[Row]
public sealed partial record Review([Required, Feature] string Text, [Label] bool Good);

public sealed record WordModel(IReadOnlyList<double> Weights);

//# clean: the scaler is fitted to the training rows
//## share Houses.cs
[Stage]
public Scaler Scale(TrainSet<House> train) => Scaler.Fit(train);

[Stage]
public PriceModel Fit(TrainSet<House> train, Scaler scale) => PriceModel.Fit([.. train.Select(scale.Transform)]);

[Stage]
public double Error(PriceModel fit, Scaler scale, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(scale.Transform(house)) - house.Price));

//## Scaler.cs
public sealed record Scaler(double Mean)
{
    public static Scaler Fit(IReadOnlyList<House> houses) => new(houses.Average(house => house.Area));

    public House Transform(House house) => house with { Area = house.Area / Mean };
}

//# clean: a profile of all rows that no training reads
//## share Houses.cs
//## share Trained.cs
[Stage]
public double MeanPrice(Validated<House> check) => check.Average(house => house.Price);

[Stage]
public double Relative(double error, double meanPrice) => error / meanPrice;

//# clean: a fixed transformation learns nothing
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit([.. train.Select(Logarithmic)]);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(Logarithmic(house)) - house.Price));

private static House Logarithmic(House house) => house with { Area = Math.Log(house.Area) };

//# clean: a group of readings becomes the row of its hour
[Source("readings.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Reading> Check(FileArtifact table) => new Raw<Reading>(table.ReadLines().Select(line => new Reading(line.Length % 24, line.Length, 1))).Validate();

[Stage]
public Validated<Hour> PerHour(Validated<Reading> check) =>
    new Raw<Hour>(check.GroupBy(r => r.Hour).OrderBy(g => g.Key).Select(g => new Hour(g.Key, g.Where(r => r.Wind > 1).Max(r => r.Wind), g.Average(r => r.Power)))).Validate();

[Stage]
public (TrainSet<Hour> Train, TestSet<Hour> Test) Split(Validated<Hour> perHour) => perHour.SplitByTime(0.8, hour => hour.Number);

[Stage]
public Power Fit(TrainSet<Hour> train) => new(train.Average(hour => hour.Power) / train.Average(hour => hour.Wind));

[Stage]
public double Error(Power fit, TestSet<Hour> test) => test.Average(hour => Math.Abs((fit.PerWind * hour.Wind) - hour.Power));

//## Types.cs
[Row]
public sealed partial record Reading([Range(0, 100_000)] int Hour, [Range(0.0, 100.0)] double Wind, [Range(0.0, 1e6)] double Power);

[Row]
public sealed partial record Hour([RowKey, Time] int Number, [Range(0.0, 100.0), Feature] double Wind, [Range(0.0, 1e6), Label] double Power);

public sealed record Power(double PerWind);

//# fault: the means of groups are looked up by the rows again
[Source("readings.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Reading> Check(FileArtifact table) => new Raw<Reading>(table.ReadLines().Select(line => new Reading(line.Length % 24, line.Length, 1))).Validate();

[Stage]
public Validated<Reading> Filled(Validated<Reading> {|MLP2004:check|})
{
    var means = check.GroupBy(r => r.Hour).Select(g => new Mean(g.Key, g.Average(r => r.Wind))).ToDictionary(mean => mean.Hour, mean => mean.Wind);
    return new Raw<Reading>(check.Select(r => r with { Wind = r.Wind - means[r.Hour] })).Validate();
}

[Stage]
public (TrainSet<Reading> Train, TestSet<Reading> Test) Split([From(nameof(Filled))] Validated<Reading> filled) => filled.Split(0.8, seed: 42);

[Stage]
public Power Fit(TrainSet<Reading> train) => new(train.Average(reading => reading.Power) / train.Average(reading => reading.Wind));

[Stage]
public double Error(Power fit, TestSet<Reading> test) => test.Average(reading => Math.Abs((fit.PerWind * reading.Wind) - reading.Power));

//## Types.cs
[Row]
public sealed partial record Reading([RowKey, Range(0, 100_000)] int Hour, [Range(0.0, 100.0), Feature] double Wind, [Range(0.0, 1e6), Label] double Power);

[Row]
public sealed partial record Mean([RowKey] int Hour, [Range(0.0, 100.0)] double Wind);

public sealed record Power(double PerWind);

//# fault: the place of each area among all, which a helper looks up in the sorted ones, becomes a column before the split
//## share Houses.cs
[Stage]
public Validated<House> Placed(Validated<House> {|MLP2004:check|})
{
    var places = Places([.. check.Select(house => house.Area)]);
    return new Raw<House>(check.Zip(places, (house, place) => house with { Rooms = place })).Validate();
}

[Stage]
public (TrainSet<House> Learnt, TestSet<House> Asked) Deal(Validated<House> placed) => placed.Split(0.8, seed: 42);

[Stage]
public PriceModel Slope(TrainSet<House> learnt) => new(learnt.Sum(house => house.Price) / learnt.Sum(house => house.Rooms), 0);

[Stage]
public double Error(PriceModel slope, TestSet<House> asked) => asked.Average(house => Math.Abs((slope.Slope * house.Rooms) - house.Price));

private static List<double> Places(List<double> areas)
{
    var sorted = new List<double>(areas);
    sorted.Sort();
    return areas.ConvertAll(area => 1.0 + sorted.IndexOf(area));
}

//# clean: a helper sorts the areas of the training rows, and places those of all sets among them
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Scale(TrainSet<House> train) => Sorted(train.Select(house => house.Area));

[Stage]
public PriceModel Slope(TrainSet<House> train, IReadOnlyList<double> scale) =>
    new(train.Sum(house => house.Price) / train.Sum(house => Place(scale, house.Area)), 0);

[Stage]
public double Error(PriceModel slope, TestSet<House> test, IReadOnlyList<double> scale) =>
    test.Average(house => Math.Abs((slope.Slope * Place(scale, house.Area)) - house.Price));

private static IReadOnlyList<double> Sorted(IEnumerable<double> values) => [.. values.Order()];

private static double Place(IReadOnlyList<double> sorted, double value) => sorted.Count(other => other < value);

//# clean: the middle of all areas is only logged, which a helper finds in the sorted ones
//## share Houses.cs
//## share Trained.cs
[Stage]
public Validated<House> Told(Validated<House> check, StageContext context)
{
    context.LogMetric("median area", Middle([.. check.Select(house => house.Area)]));
    return new Raw<House>(check.Where(house => house.Area > 0)).Validate();
}

[Publish("houses"), When(nameof(Accurate))]
public Validated<House> Publish(Validated<House> told) => told;

private static double Middle(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}
