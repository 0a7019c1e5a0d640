using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class RandomSplitTests
{
    private const string Types = """
        [Row]
        public sealed partial record Visit([property: Group] string Patient, [property: Feature] double Pressure, [property: Label] bool Ill);

        [Row]
        public sealed partial record Sale([property: Time] DateTime Day, [property: Feature] double Price, [property: Label] double Amount);

        [Row]
        public sealed partial record Rent([property: Timestamp] DateOnly Day, [property: Label] double Amount);
        """;

    private const string Visits =
        "[Source(\"v.csv\")] public partial FileArtifact File(); [Stage] public Validated<Visit> Read(FileArtifact file) => new "
        + "Raw<Visit>(file.ReadLines().Select(line => new Visit(line, 1, true))).Validate(); ";
    private const string Sales =
        "[Source(\"v.csv\")] public partial FileArtifact File(); [Stage] public Validated<Sale> Read(FileArtifact file) => new "
        + "Raw<Sale>(file.ReadLines().Select(line => new Sale(default, 1, line.Length))).Validate(); ";

    private const string Files =
        "[Source(\"a.csv\")] public partial FileArtifact First(); [Source(\"b.csv\")] public partial FileArtifact Second(); "
        + "[Stage] public Validated<Visit> A(FileArtifact first) => new Raw<Visit>(first.ReadLines().Select(line => new Visit(line, 1, "
        + "true))).Validate(); [Stage] public Validated<Visit> B(FileArtifact second) => new Raw<Visit>(second.ReadLines().Select(line => "
        + "new Visit(line, 1, true))).Validate(); ";

    [Theory]
    [InlineData(
        Visits
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> read) => {|MLP2009:read.Split(0.8, 1)|};"
    )]
    [InlineData(
        Visits
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> read) => {|MLP2009:read.Split(0.8, 1, "
            + "stratifyBy: v => v.Ill)|};"
    )]
    [InlineData(
        Visits
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> read) => Halves(read); private static "
            + "(TrainSet<Visit>, TestSet<Visit>) Halves(Validated<Visit> rows) => {|MLP2009:DatasetSplit.Split(rows, 0.5, 1)|};"
    )]
    [InlineData(Visits + "[Stage] public IReadOnlyList<Fold<Visit>> Split(Validated<Visit> read) => {|MLP2009:read.Folds(5, 1)|};")]
    [InlineData(
        "[Stage] public (TrainSet<Rent> Train, TestSet<Rent> Test) Split(StageContext context) => {|MLP2009:new "
            + "Raw<Rent>([]).Validate().Split(0.8, 1)|};"
    )]
    [InlineData(
        Sales
            + "[Stage] public (TrainSet<Sale> Train, ValidationSet<Sale> Validation, TestSet<Sale> Test) Split(Validated<Sale> read) => "
            + "{|MLP2009:read.Split(0.6, 0.2, 1)|};"
    )]
    [InlineData(
        Files
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> a, Validated<Visit> b) => "
            + "{|MLP2009:a.HoldOut(b)|};"
    )]
    [InlineData(
        Files
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> a, Validated<Visit> b) => "
            + "{|MLP2009:Apart(a, b)|}; private static (TrainSet<T>, TestSet<T>) Apart<T>(Validated<T> a, Validated<T> b) where T : "
            + "IRow<T> => a.HoldOut(b);"
    )]
    public async Task A_random_split_is_reported(string members) =>
        await LeakageTest.Rules.VerifyAsync(Infrastructure.RuleTest.Pipeline(members), Types);

    [Theory]
    [InlineData(
        Visits
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> read) => read.SplitByGroup(0.8, 1, v => "
            + "v.Patient);"
    )]
    [InlineData(
        Sales
            + "[Stage] public (TrainSet<Sale> Train, TestSet<Sale> Test) Split(Validated<Sale> read) => read.SplitByTime(0.8, s => s.Day);"
    )]
    [InlineData(
        Files
            + "[Stage] public (TrainSet<Visit> Train, TestSet<Visit> Test) Split(Validated<Visit> a, Validated<Visit> b) => "
            + "a.HoldOutByGroup(b, v => v.Patient);"
    )]
    [InlineData("[Stage] public string[] Split() => \"a b\".Split(' ');")]
    public async Task Other_splits_are_not_reported(string members) =>
        await LeakageTest.Rules.VerifyAsync(Infrastructure.RuleTest.Pipeline(members), Types);

    [Theory]
    [InlineData("Visit", "read.Split(0.8, 1)", "read.SplitByGroup(0.8, 1, groupBy: row => row.Patient)")]
    [InlineData("Visit", "read.Split(0.8, 1, stratifyBy: v => v.Ill)", "read.SplitByGroup(0.8, 1, groupBy: row => row.Patient)")]
    [InlineData(
        "Visit",
        "read.Split(trainShare: 0.8, seed: 1)",
        "read.SplitByGroup(trainShare: 0.8, seed: 1, groupBy: row => row.Patient)"
    )]
    [InlineData("Sale", "read.Split(0.8, 1)", "read.SplitByTime(0.8, timeOf: row => row.Day)")]
    [InlineData("Visit", "read.HoldOut(read)", "read.HoldOutByGroup(read, groupBy: row => row.Patient)")]
    [InlineData(
        "Visit",
        "read.HoldOut(read, SharedRows.KeepInLast)",
        "read.HoldOutByGroup(read, groupBy: row => row.Patient, SharedRows.KeepInLast)"
    )]
    [InlineData("Sale", "read.HoldOut(read, shared: SharedRows.KeepInLast)", "read.HoldOutByTime(read, timeOf: row => row.Day)")]
    [InlineData("Sale", "read.Split(0.8, seed: 1, stratifyBy: s => s.Price)", "read.SplitByTime(0.8, timeOf: row => row.Day)")]
    public async Task The_fix_splits_by_the_column(string row, string before, string after) =>
        await LeakageTest.Rules.VerifyFixAsync<SplitByColumnFix>(Program(row, $"{{|MLP2009:{before}|}}"), Program(row, after));

    private static string Program(string row, string split) =>
        Types
        + Infrastructure.RuleTest.Pipeline(
            (row == "Visit" ? Visits : Sales)
                + $"[Stage] public (TrainSet<{row}> Train, TestSet<{row}> Test) Split(Validated<{row}> read) => {split};"
        );
}
