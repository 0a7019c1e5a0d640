//# fault: the key of the group has the key of the row in it
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Visit> Check(FileArtifact table) => new Raw<Visit>(table.ReadLines().Select(line => new Visit(line, line[..8], line.Length, line.Length > 80))).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> check) => check.SplitByGroup(0.8, seed: 42, groupBy: {|MLP2009:visit => (visit.Patient, visit.Number)|});

[Stage]
public int Rows(TrainSet<Visit> train, TestSet<Visit> test) => train.Count + test.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([RowKey] string Number, [Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);

//# fault: a helper makes one text of both keys
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Visit> Check(FileArtifact table) => new Raw<Visit>(table.ReadLines().Select(line => new Visit(line, line[..8], line.Length, line.Length > 80))).Validate();

[Stage]
public IReadOnlyList<Fold<Visit>> Folds(Validated<Visit> check) => check.FoldsByGroup(5, seed: 42, groupBy: {|MLP2009:Keys.Of|});

[Stage]
public int Count(IReadOnlyList<Fold<Visit>> folds) => folds.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([RowKey] string Number, [Required, Group] string Patient, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);

public static class Keys
{
    public static string Of(Visit visit) => $"{visit.Patient}/{visit.Number}";
}

//# fault: rows are split by the hour
[Source("days.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Day> Check(FileArtifact table) => new Raw<Day>(table.ReadLines().Select((line, i) => new Day(DateTime.UnixEpoch.AddDays(i), line.Length, line.Length * 2))).Validate();

[Stage]
public (TrainSet<Day> Train, TestSet<Day> Test) Split(Validated<Day> check) => check.SplitByTime(0.8, {|MLP2009:day => day.At.Hour|});

[Stage]
public int Rows(TrainSet<Day> train, TestSet<Day> test) => train.Count + test.Count;

//## Day.cs
[Row]
public sealed partial record Day([Time] DateTime At, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 300.0), Label] double Next);

//# fault: rows are split by the week, whatever the year is
[Source("days.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Day> Check(FileArtifact table) => new Raw<Day>(table.ReadLines().Select((line, i) => new Day(DateTime.UnixEpoch.AddDays(i), line.Length, line.Length * 2))).Validate();

[Stage]
public (TrainSet<Day> Train, TestSet<Day> Test) Split(Validated<Day> check) => check.SplitByTime(0.8, {|MLP2009:Weeks.Of|});

[Stage]
public int Rows(TrainSet<Day> train, TestSet<Day> test) => train.Count + test.Count;

//## Day.cs
[Row]
public sealed partial record Day([Time] DateTime At, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 300.0), Label] double Next);

public static class Weeks
{
    public static int Of(Day day) => ISOWeek.GetWeekOfYear(day.At);
}

//# clean: keys that are coarser than the group, and times that only grow
[Source("visits.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<Visit> Check(FileArtifact table) => new Raw<Visit>(table.ReadLines().Select((line, i) => new Visit(line, line[..8], DateTime.UnixEpoch.AddDays(i), line.Length, line.Length > 80))).Validate();

[Stage]
public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> check) => check.SplitByGroup(0.8, seed: 42, groupBy: visit => visit.Number.Split('/')[0]);

[Stage]
public (TrainSet<Visit> Early, TestSet<Visit> Late) ByMonth(Validated<Visit> check) => check.SplitByTime(0.8, visit => (visit.At.Year * 12) + visit.At.Month);

[Stage]
public (TrainSet<Visit> Before, TestSet<Visit> After) ByDay(Validated<Visit> check) => check.SplitByTime(0.8, visit => visit.At.Date);

[Stage]
public int Rows(TrainSet<Visit> train, TestSet<Visit> test, TrainSet<Visit> early, TestSet<Visit> late, TrainSet<Visit> before, TestSet<Visit> after) =>
    train.Count + test.Count + early.Count + late.Count + before.Count + after.Count;

//## Visit.cs
[Row]
public sealed partial record Visit([RowKey] string Number, [Required, Group] string Patient, [Time] DateTime At, [Range(0.0, 300.0), Feature] double Pulse, [Label] bool Ill);
