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

//# fault: two files, and patients who come again
[Source("before.csv")]
public partial FileArtifact Before();

[Source("since.csv")]
public partial FileArtifact Since();

[Stage]
public Validated<Visit> Older(FileArtifact before) => Visit.Read(before).Validate();

[Stage]
public Validated<Visit> Newer(FileArtifact since) => Visit.Read(since).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Sides(Validated<Visit> older, Validated<Visit> newer) => {|MLP2009:older.HoldOut(newer)|};

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill)
{
    public static Raw<Visit> Read(FileArtifact file) => new(file.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));
}

//# fault: shared rows are left out, and a patient's others are not
[Source("{Part}.csv")]
public partial FileArtifact Table();

[Source("test.csv")]
public partial FileArtifact Other();

[Parameter]
public string Part { get; init; } = "train";

[Stage]
public Validated<Visit> Older(FileArtifact table) => Visit.Read(table).Validate();

[Stage]
public Validated<Visit> Newer(FileArtifact other) => Visit.Read(other).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Sides(Validated<Visit> older, Validated<Visit> newer) =>
    {|MLP2009:DatasetHoldOut.HoldOut(older, newer, SharedRows.KeepInLast)|};

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill)
{
    public static Raw<Visit> Read(FileArtifact file) => new(file.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));
}

//# fault: three files of days, by a generic helper
[Source("days-*.csv")]
public partial FileSet Days();

[Stage]
public Validated<Day> First(FileSet days) => Day.Read(days[0]).Validate();

[Stage]
public Validated<Day> Second(FileSet days) => Day.Read(days[1]).Validate();

[Stage]
public Validated<Day> Third(FileSet days) => Day.Read(days[2]).Validate();

[Stage]
public (TrainSet<Day> Train, ValidationSet<Day> Held, TestSet<Day> Test) Sides(Validated<Day> first, Validated<Day> second, Validated<Day> third) =>
    {|MLP2009:Apart(first, second, third)|};

private static (TrainSet<T> Train, ValidationSet<T> Held, TestSet<T> Test) Apart<T>(Validated<T> first, Validated<T> second, Validated<T> third)
    where T : notnull, IRow<T> => first.HoldOut(second, third);

//## Day.cs
[Row]
public sealed partial record Day([Time] DateOnly Date, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 300.0), Label] double Next)
{
    public static Raw<Day> Read(FileArtifact file) =>
        new(file.ReadLines().Select((line, i) => new Day(DateOnly.MinValue.AddDays(i), line.Length, line.Length * 2)));
}

//# clean: patients on one side, days in order, rows by their key
[Source("before.csv")]
public partial FileArtifact Before();

[Source("since.csv")]
public partial FileArtifact Since();

[Stage]
public Validated<Visit> OlderVisits(FileArtifact before) => Visit.Read(before).Validate();

[Stage]
public Validated<Visit> NewerVisits(FileArtifact since) => Visit.Read(since).Validate();

[Stage]
public (TrainSet<Visit> TrainVisits, TestSet<Visit> TestVisits) VisitSides(Validated<Visit> olderVisits, Validated<Visit> newerVisits) =>
    olderVisits.HoldOutByGroup(newerVisits, groupBy: visit => visit.Patient, shared: SharedRows.KeepInLast);

[Stage]
public Validated<Day> OlderDays(FileArtifact before) => Day.Read(before).Validate();

[Stage]
public Validated<Day> NewerDays(FileArtifact since) => Day.Read(since).Validate();

[Stage]
public (TrainSet<Day> TrainDays, TestSet<Day> TestDays) DaySides(Validated<Day> olderDays, Validated<Day> newerDays) =>
    olderDays.HoldOutByTime(newerDays, timeOf: day => day.Date);

[Stage]
public Validated<Flat> OlderFlats(FileArtifact before) => Flat.Read(before).Validate();

[Stage]
public Validated<Flat> NewerFlats(FileArtifact since) => Flat.Read(since).Validate();

[Stage]
public (TrainSet<Flat> TrainFlats, TestSet<Flat> TestFlats) FlatSides(Validated<Flat> olderFlats, Validated<Flat> newerFlats) => olderFlats.HoldOut(newerFlats);

//## Rows.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill)
{
    public static Raw<Visit> Read(FileArtifact file) => new(file.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80)));
}

[Row]
public sealed partial record Day([Time] DateOnly Date, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 300.0), Label] double Next)
{
    public static Raw<Day> Read(FileArtifact file) =>
        new(file.ReadLines().Select((line, i) => new Day(DateOnly.MinValue.AddDays(i), line.Length, line.Length * 2)));
}

[Row]
public sealed partial record Flat([RowKey] int Number, [Range(1.0, 1000.0), Feature] double Area, [Range(0.0, 1e8), Label] double Price)
{
    public static Raw<Flat> Read(FileArtifact file) => new(file.ReadLines().Select((line, i) => new Flat(i, line.Length, line.Length * 1000)));
}

//# clean: the user's own HoldOut of rows with a group
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Visit> Read(FileArtifact table) => new Raw<Visit>(table.ReadLines().Select(line => new Visit(line[..8], line.Length, line.Length > 80))).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Sides(Validated<Visit> read) => read.HoldOut();

//## Visit.cs
[Row]
public sealed partial record Visit([Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pressure, [Label] bool Ill);

public static class Halves
{
    public static (TrainSet<Visit> Train, TestSet<Visit> Test) HoldOut(this Validated<Visit> visits) => visits.SplitByGroup(0.5, 1, visit => visit.Patient);
}
