//# fault: visits of patients are split with strata
[Source("visits.csv")]
public partial FileArtifact VisitFile();

[Stage]
public Validated<Visit> Check(FileArtifact visitFile) => new Raw<Visit>(visitFile.ReadLines().Select(line => new Visit(line[..4], line.Length, line[^1] == '1'))).Validate();

[Stage]
public Sets Divide(Validated<Visit> check)
{
    var (train, _, test) = {|MLP2009:check.Split(0.6, 0.2, seed: 3, stratifyBy: visit => visit.Readmitted)|};
    return new Sets(train.Count, test.Count);
}

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Readmitted);

public sealed record Sets(int Train, int Test);

//# fault: the time column is inherited from a base record
[Source("sensor.csv")]
public partial FileArtifact SensorFile();

[Stage]
public Validated<Vibration> Check(FileArtifact sensorFile) => new Raw<Vibration>(sensorFile.ReadLines().Select(line => new Vibration(line.Length) { At = DateTime.UnixEpoch.AddHours(line.Length) })).Validate();

[Stage]
public (TrainSet<Vibration> Train, TestSet<Vibration> Test) Split(Validated<Vibration> check)
{
    var parts = {|MLP2009:Splitter.Halve(check)|};
    return parts;
}

//## Vibration.cs
public abstract record Timed
{
    [Time]
    public DateTime At { get; init; }
}

[Row]
public sealed partial record Vibration([Range(0.0, 100.0), Feature] double Amplitude) : Timed;

public static class Splitter
{
    public static (TrainSet<T> Train, TestSet<T> Test) Halve<T>(Validated<T> rows) => rows.Split(0.5, seed: 0);
}

//# clean: a generic helper splits rows that have neither group nor time
//## share Houses.cs
[Stage]
public PriceModel Learn(Validated<House> check)
{
    var (train, _) = Splitting.Ordinary(check, 0.7);
    return PriceModel.Fit(train);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Splitting.cs
public static class Splitting
{
    public static (TrainSet<T> Train, TestSet<T> Test) Ordinary<T>(Validated<T> rows, double share)
        where T : class => rows.Split(share, seed: 5);
}

//# clean: a generic helper splits visits by a selector of the group
[Source("visits.csv")]
public partial FileArtifact VisitFile();

[Stage]
public Validated<Visit> Check(FileArtifact visitFile) => new Raw<Visit>(visitFile.ReadLines().Select(line => new Visit(line[..4], line.Length, line[^1] == '1'))).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> check) => Splitting.ByKey(check, visit => visit.Patient);

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Readmitted);

public static class Splitting
{
    public static (TrainSet<T> Train, TestSet<T> Test) ByKey<T>(Validated<T> rows, Func<T, string> key) => rows.SplitByGroup(0.8, seed: 3, key);
}

//# fault: an extension method with a constraint makes folds of grouped rows
[Source("visits.csv")]
public partial FileArtifact VisitFile();

[Stage]
public Validated<Visit> Check(FileArtifact visitFile) => new Raw<Visit>(visitFile.ReadLines().Select(line => new Visit(line[..4], line.Length, line[^1] == '1'))).Validate();

[Stage]
public IReadOnlyList<Fold<Visit>> Folds(Validated<Visit> check) => {|MLP2009:check.FiveFolds()|};

[Stage]
public int Count(IReadOnlyList<Fold<Visit>> folds) => folds.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Readmitted);

public static class Resampling
{
    public static IReadOnlyList<Fold<T>> FiveFolds<T>(this Validated<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Folds(5, seed: 3);
    }
}

//# clean: lines of text are split in a generic reader of grouped rows
[Source("visits.csv")]
public partial FileArtifact VisitFile();

[Stage]
public Validated<Visit> Check(FileArtifact visitFile) => new Raw<Visit>(visitFile.ReadLines().Select(line => new Visit(line[..4], line.Length, line[^1] == '1'))).Validate();

[Stage]
public string Header(Validated<Visit> check) => Reports.Header(check, "patient,pressure", ',');

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Readmitted);

public static class Reports
{
    public static string Header<T>(Validated<T> rows, string line, char separator) => string.Join('|', line.Split(separator)) + rows.Count.ToString(CultureInfo.InvariantCulture);
}
