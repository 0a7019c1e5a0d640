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
