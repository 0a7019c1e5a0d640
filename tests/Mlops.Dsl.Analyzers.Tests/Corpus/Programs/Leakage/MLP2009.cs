//# fault: a patient is on both sides
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<Visit> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));

[Stage]
public Validated<Visit> Check(Raw<Visit> parse) => parse.Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> check) => {|MLP2009:check.Split(0.8, seed: 42)|};

[Stage]
public int Rows(TrainSet<Visit> train, TestSet<Visit> test) => train.Count + test.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);

//# fault: folds in a generic helper
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<Visit> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));

[Stage]
public Validated<Visit> Check(Raw<Visit> parse) => parse.Validate();

[Stage]
public IReadOnlyList<Fold<Visit>> Folds(Validated<Visit> check) => {|MLP2009:check.Folds(5, seed: 42)|};

[Stage]
public int Count(IReadOnlyList<Fold<Visit>> folds) => folds.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);

//# fault: the future teaches the past
[Source("days.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<Day> Parse(FileArtifact table) => new(table.ReadLines().Select((line, i) => new Day(DateTime.UnixEpoch.AddDays(i), line.Length, line.Length * 2)));

[Stage]
public Validated<Day> Check(Raw<Day> parse) => parse.Validate();

[Stage]
public (TrainSet<Day> Train, TestSet<Day> Test) Split(Validated<Day> check) => Splits.Random(check);

[Stage]
public int Rows(TrainSet<Day> train, TestSet<Day> test) => train.Count + test.Count;

//## Day.cs
[Row]
public sealed partial record Day([Time] DateTime At, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 300.0), Label] double Next);

public static class Splits
{
    public static (TrainSet<Day> Train, TestSet<Day> Test) Random(Validated<Day> days) => {|MLP2009:days.Split(0.8, seed: 42)|};
}

//# clean: patients stay together
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<Visit> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));

[Stage]
public Validated<Visit> Check(Raw<Visit> parse) => parse.Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> check) => check.SplitByGroup(0.8, seed: 42, groupBy: visit => visit.Patient);

[Stage]
public int Rows(TrainSet<Visit> train, TestSet<Visit> test) => train.Count + test.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);

//# clean: a split method of the user's own rows
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public IReadOnlyList<string> Parse(FileArtifact table) => [.. table.ReadLines().SelectMany(line => line.Split(','))];

[Stage]
public int Count(IReadOnlyList<string> parse) => parse.Count;

//# fault: folds of grouped rows, by a generic helper
[Source("visits.csv")]
public partial FileArtifact Visits();

[Stage]
public Validated<Visit> Read(FileArtifact visits) => new Raw<Visit>(visits.ReadLines().Select(line => new Visit(line, 1, true))).Validate();

[Stage]
public int Count(Validated<Visit> read) => Cut(read).Count;

private static IReadOnlyList<Fold<Visit>> Cut(Validated<Visit> rows) => {|MLP2009:rows.Folds(5, 1)|};

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill);

//# fault: a static call by the full name, with a time column
[Source("visits.csv")]
public partial FileArtifact Visits();

[Stage]
public Validated<Sale> Read(FileArtifact visits) => new Raw<Sale>(visits.ReadLines().Select(line => new Sale(DateOnly.MinValue, 1, line.Length))).Validate();

[Stage]
public (TrainSet<Sale> Train, TestSet<Sale> Test) Split(Validated<Sale> read) => {|MLP2009:DatasetSplit.Split(read, 0.8, 1)|};

//## Sale.cs
[Row]
public sealed partial record Sale([Time] DateOnly Day, [Range(0.0, 300.0), Feature] double Price, [Range(0, 1000), Label] int Sold);

//# fault: a method group
[Source("visits.csv")]
public partial FileArtifact Visits();

[Stage]
public Validated<Sale> Read(FileArtifact visits) => new Raw<Sale>(visits.ReadLines().Select(line => new Sale(DateOnly.MinValue, 1, line.Length))).Validate();

[Stage]
public (TrainSet<Sale> Train, TestSet<Sale> Test) Split(Validated<Sale> read)
{
    Func<Validated<Sale>, double, int, (TrainSet<Sale> Train, TestSet<Sale> Test)> split = DatasetSplit.Split;
    return {|MLP2009:split(read, 0.8, 1)|};
}

//## Sale.cs
[Row]
public sealed partial record Sale([Time] DateOnly Day, [Range(0.0, 300.0), Feature] double Price, [Range(0, 1000), Label] int Sold);

//# clean: a grouped row type is split by its group, another at random
//## share Houses.cs
[Source("visits.csv")]
public partial FileArtifact Visits();

[Stage]
public Validated<Visit> Read(FileArtifact visits) => new Raw<Visit>(visits.ReadLines().Select(line => new Visit(line, 1, true))).Validate();

[Stage]
public (TrainSet<Visit> TrainVisits, TestSet<Visit> TestVisits) SplitVisits(Validated<Visit> read) => read.SplitByGroup(0.8, 1, visit => visit.Patient);

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill);
