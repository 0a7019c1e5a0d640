//# clean: prices are the properties of a map's features
//## share Houses.cs
[Stage]
public FeatureCollection Map(Validated<House> check) => new() { Features = [.. check.Select(house => new Feature(house.Id, house.Price))] };

//## Geo.cs
public sealed record Feature(string Id, double Price);

public sealed class FeatureCollection
{
    public string Type { get; init; } = "FeatureCollection";

    public required IReadOnlyList<Feature> Features { get; init; }
}

//# clean: the label's name and type are in the features' description
//## share Houses.cs
[Stage]
public IReadOnlyList<string> FeatureNames(TrainSet<House> train) => [nameof(House.Area), nameof(House.Rooms), .. train.Count > 0 ? new[] { "bias" } : []];

[Stage]
public string DescribeFeatures(IReadOnlyList<string> featureNames) => string.Join(", ", featureNames) + " predict " + nameof(House.Price);

//# clean: importance of features by permutation on the test rows
//## share Houses.cs
//## share Trained.cs
[Stage]
public IReadOnlyDictionary<string, double> FeatureImportance(PriceModel fit, TestSet<House> test, StageContext context)
{
    var areas = test.Select(house => house.Area).ToArray();
    context.Random.Shuffle(areas);
    var baseline = test.Average(house => Math.Abs(fit.Predict(house) - house.Price));
    var shuffled = test.Select((house, i) => Math.Abs(fit.Predict(house with { Area = areas[i] }) - house.Price)).Average();
    return new Dictionary<string, double>(StringComparer.Ordinal) { [nameof(House.Area)] = shuffled - baseline };
}

//# clean: correlation of each feature with the label on the training rows selects features
//## share Houses.cs
[Stage]
public IReadOnlyList<string> SelectFeatures(TrainSet<House> train)
{
    var columns = new (string Name, Func<House, double> Of)[] { ("Area", house => house.Area), ("Rooms", house => house.Rooms) };
    return [.. columns.Where(column => Math.Abs(Correlation(train, column.Of)) > 0.1).Select(column => column.Name)];
}

[Stage]
public PriceModel Learn(TrainSet<House> train, IReadOnlyList<string> selectFeatures) => selectFeatures.Contains("Area") ? PriceModel.Fit(train) : new(0, train.Average(house => house.Price));

[Stage]
public double MeanError(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

private static double Correlation(IReadOnlyList<House> rows, Func<House, double> column)
{
    var (x, y) = (rows.Average(column), rows.Average(house => house.Price));
    return rows.Sum(house => (column(house) - x) * (house.Price - y)) / Math.Sqrt(rows.Sum(house => Math.Pow(column(house) - x, 2)) * rows.Sum(house => Math.Pow(house.Price - y, 2)));
}

//# clean: lagged targets of a time series are features of the next row
[Source("load.csv")]
public partial FileArtifact LoadFile();

[Stage]
public Validated<Hour> Check(FileArtifact loadFile) => new Raw<Hour>(loadFile.ReadLines().Select((line, i) => new Hour(DateTime.UnixEpoch.AddHours(i), line.Length))).Validate();

[Stage]
public Validated<Lagged> Lag(Validated<Hour> check) => new Raw<Lagged>(check.Zip(check.Skip(1), (previous, next) => new Lagged(next.At, previous.Load, next.Load))).Validate();

[Stage]
public (TrainSet<Lagged> Train, TestSet<Lagged> Test) Split(Validated<Lagged> lag) => lag.SplitByTime(0.8, hour => hour.At);

[Stage]
public double Learn(TrainSet<Lagged> train) => train.Sum(hour => hour.Before * hour.Load) / train.Sum(hour => hour.Before * hour.Before);

[Stage]
public double MeanError(double learn, TestSet<Lagged> test) => test.Average(hour => Math.Abs((learn * hour.Before) - hour.Load));

//## Hour.cs
[Row]
public sealed partial record Hour([Time] DateTime At, [Range(0.0, 1e6), Label] double Load);

[Row]
public sealed partial record Lagged([Time] DateTime At, [Range(0.0, 1e6), Feature] double Before, [Range(0.0, 1e6), Label] double Load);

//# clean: a row factory computes another label from the old one
//## share Houses.cs
[Stage]
public Validated<Sale> Relabel(Validated<House> check) => new Raw<Sale>(check.Select(Sale.From)).Validate();

[Stage]
public (TrainSet<Sale> Learned, TestSet<Sale> Held) Divide(Validated<Sale> relabel) => relabel.Split(0.8, seed: 2, stratifyBy: sale => sale.Expensive);

[Stage]
public double Learn(TrainSet<Sale> learned) => learned.Where(sale => sale.Expensive).Min(sale => sale.Area);

[Stage]
public double Accuracy(double learn, TestSet<Sale> held) => held.Average(sale => sale.Area >= learn == sale.Expensive ? 1.0 : 0.0);

//## Sale.cs
[Row]
public sealed partial record Sale([Range(10.0, 2000.0), Feature] double Area, [Label] bool Expensive)
{
    public static Sale From(House house) => new(house.Area, house switch { { Price: > 500_000 } => true, _ => false });
}
