namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class StatisticBeforeSplitTests
{
    private const string Types = """
        public sealed record Scale(double Mean, double Range)
        {
            public static Scale Fit(IEnumerable<House> rows) => new(rows.Average(r => r.Area), rows.Max(r => r.Area) - rows.Min(r => r.Area));

            public double Apply(double area) => (area - Mean) / Range;
        }

        public static class Learner
        {
            public static Line Fit(IEnumerable<House> rows, object setting) => new(rows.Average(r => r.Area), setting.GetHashCode());

            public static Line FitFlowers(IEnumerable<Flower> rows, object setting) => new(rows.Average(r => r.Size), setting.GetHashCode());
        }

        [Row]
        public sealed partial record Flower([property: Feature] double Size, [property: Label] string Kind);
        """;

    private const string Flowers =
        "[Stage] public Validated<Flower> Read() => new Raw<Flower>([]).Validate(); [Stage] public (TrainSet<Flower> Learn, "
        + "TestSet<Flower> Known) Parts(Validated<Flower> read) => read.Split(0.8, 1); ";

    public static TheoryData<string> Hits =>
        new()
        {
            // All rows and the training rows meet in one call.
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit(train, {|MLP2004:check.Average(r => "
                + "r.Area)|});",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit(train, {|MLP2004:Scale.Fit(check)|});",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) { var cities = check.Select(r => "
                + "r.City).Distinct().ToArray(); return Learner.Fit(train, {|MLP2004:cities|}); }",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) { var sum = 0.0; foreach (var r in check) { sum += "
                + "r.Area; } var mean = sum / check.Count; return Learner.Fit({|MLP2004:train.Select(r => r with { Area = r.Area - mean "
                + "})|}, 1); }",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit(train, {|MLP2004:check.GroupBy(r => "
                + "r.City).ToDictionary(g => g.Key, g => g.Average(r => r.Price))|});",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit({|MLP2004:train.Concat(check)|}, 1);",
            // A stage computes, another one trains.
            "[Stage] public double Mean(Validated<House> {|MLP2004:check|}) => check.Average(r => r.Area); [Stage] public Line "
                + "FitLine(TrainSet<House> train, double mean) => new(train.Average(r => r.Area - mean), 1);",
            "[Stage] public Scale Scaling(Validated<House> {|MLP2004:check|}) => Scale.Fit(check); [Stage] public Line "
                + "FitLine(TrainSet<House> train, Scale scaling) => new(train.Average(r => scaling.Apply(r.Area)), 1);",
            "[Stage] public (double Low, double High) Bounds(Validated<House> {|MLP2004:check|}) => (check.Min(r => r.Area), check.Max(r "
                + "=> r.Area)); [Stage] public Line FitLine(TrainSet<House> train, double low, double high) => new(train.Average(r => "
                + "(r.Area - low) / (high - low)), 1);",
            // All rows are changed by a statistic, and then split.
            "[Stage] public Validated<House> Scaled(Validated<House> {|MLP2004:check|}) { var mean = check.Average(r => r.Area); return "
                + "new Raw<House>(check.Select(r => r with { Area = r.Area - mean })).Validate(); } [Stage] public (TrainSet<House> Learn, "
                + "TestSet<House> Measure) Halve([From(nameof(Scaled))] Validated<House> rows) => rows.Split(0.5, 1); [Stage] public "
                + "Line FitLine(TrainSet<House> learn) => new(learn.Average(r => r.Area), 1);",
            // A model of all rows is tested on some of them.
            Flowers
                + "[Stage] public Dictionary<string, double> Means(Validated<Flower> {|MLP2004:read|}) { var sums = new Dictionary<string, "
                + "double>(); foreach (var r in read) { sums[r.Kind] = sums.GetValueOrDefault(r.Kind) + r.Size; } return sums; } "
                + "[Stage] public Line FitFlower(TrainSet<Flower> learn, Dictionary<string, double> means) => new(learn.Average(r "
                + "=> means[r.Kind]), 1);",
            "[Stage] public Line FitLine(Validated<House> {|MLP2004:check|}) => Trainer.Fit(check); [Stage] public double Measure(Line "
                + "fitLine, TestSet<House> test) => Trainer.Error(fitLine, test);",
            // A vocabulary, written out.
            "[Stage] public string[] Words(Validated<House> {|MLP2004:check|}) => [.. check.SelectMany(r => r.City.Split(' "
                + "')).Distinct()]; [Stage] public double[] FitLine(TrainSet<House> train, string[] words) => [.. words.Select(word => "
                + "train.Where(r => r.City.Contains(word)).Average(r => r.Area))];",
            "[Stage] public HashSet<string> Words(Validated<House> {|MLP2004:check|}) => check.Select(r => r.City).ToHashSet(); [Stage] "
                + "public List<double> FitLine(TrainSet<House> train, HashSet<string> words) { var means = new List<double>(); foreach "
                + "(var word in words) { means.Add(train.Count(r => r.City == word)); } return means; }",
            "[Stage] public HashSet<string> Words(Validated<House> {|MLP2004:check|}) { var words = new HashSet<string>(); foreach (var r "
                + "in check) { words.Add(r.City); } return words; } [Stage] public Line FitLine(TrainSet<House> train, HashSet<string> "
                + "words) => new(train.Count(r => words.Contains(r.City)), 1);",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) { var words = new SortedDictionary<string, int>(); "
                + "foreach (var r in check) { words[r.City] = words.Count; } return Learner.Fit(train, {|MLP2004:words|}); }",
            "[Stage] public Dictionary<string, int> Words(Validated<House> {|MLP2004:check|}) { var words = new Dictionary<string, int>(); "
                + "foreach (var r in check) { foreach (var word in r.City.Split(' ')) { words[word] = words.GetValueOrDefault(word) + 1; } "
                + "} return words; } [Stage] public Line FitLine(TrainSet<House> train, Dictionary<string, int> words) => "
                + "new(train.Count(r => words.ContainsKey(r.City)), 1);",
            "[Stage] public Dictionary<string, int> Words(Validated<House> {|MLP2004:check|}) { var words = new Dictionary<string, int>(); "
                + "Count(check, words); return words; } private static void Count(IEnumerable<House> rows, Dictionary<string, int> words) "
                + "{ foreach (var r in rows) { words[r.City] = words.Count; } } [Stage] public Line FitLine(TrainSet<House> train, "
                + "Dictionary<string, int> words) => new(train.Count(r => words.ContainsKey(r.City)), 1);",
        };

    public static TheoryData<string> Misses =>
        new()
        {
            "[Stage] public Line Make(TrainSet<House> train) => Learner.Fit(train, train.Average(r => r.Area));",
            "[Stage] public Scale Scaling(TrainSet<House> train) => Scale.Fit(train); [Stage] public Line FitLine(TrainSet<House> train, "
                + "Scale scaling) => new(train.Average(r => scaling.Apply(r.Area)), 1);",
            "[Stage] public Scale Baseline(Validated<House> check) => Scale.Fit(check); [Publish(\"baseline\")] public Scale Drift(Scale "
                + "baseline) => baseline;",
            "[Stage] public string Profile(Validated<House> check) => $\"{check.Count} rows, {check.Average(r => r.Area)}\";",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit(train, check.Count);",
            "[Stage] public Line Make(TrainSet<House> train, Validated<House> check) => Learner.Fit(train, check.Select(r => "
                + "r.Price).Distinct().Order().ToArray());",
            "[Stage] public Validated<House> Unique(Validated<House> check) => new Raw<House>(check.DistinctBy(r => r.City)).Validate(); "
                + "[Stage] public (TrainSet<House> Learn, TestSet<House> Measure) Halve([From(nameof(Unique))] Validated<House> rows) => "
                + "rows.Split(0.5, 1); [Stage] public Line FitLine(TrainSet<House> learn) => Trainer.Fit(learn);",
            "[Stage] public Line FitFinal(Validated<House> check) => Trainer.Fit(check); [Publish(\"line\")] public Line Release(Line "
                + "fitFinal) => fitFinal;",
            "[Stage] public Line[] Make(Validated<House> check) => [.. check.Folds(5, 1).Select(f => Trainer.Fit(f.Train))];",
            "[Stage] public Dictionary<string, int> Words(TrainSet<House> train) { var words = new Dictionary<string, int>(); foreach (var "
                + "r in train) { words[r.City] = words.Count; } return words; } [Stage] public Line FitLine(TrainSet<House> train, "
                + "Dictionary<string, int> words) => new(train.Count(r => words.ContainsKey(r.City)), 1);",
            "[Stage] public Dictionary<string, int> Words() { var words = new Dictionary<string, int>(); foreach (var word in new[] { "
                + "\"a\", \"b\" }) { words[word] = words.Count; } return words; } [Stage] public Line FitLine(TrainSet<House> train, "
                + "Dictionary<string, int> words) => new(train.Count(r => words.ContainsKey(r.City)), 1);",
            "[Stage] public Dictionary<string, int> Words(Validated<House> check) { var words = new Dictionary<string, int>(); foreach "
                + "(var r in check) { words[r.City] = words.Count; } return words; } [Publish(\"words\")] public Dictionary<string, int> "
                + "Release(Dictionary<string, int> words) => words;",
            "[Stage] public string[] Twice(Validated<House> check) => [.. check.GroupBy(r => r.City).Where(g => g.Count() > 1).Select(g => "
                + "g.Key)]; [Stage] public Line FitLine(TrainSet<House> train, string[] twice) => new(train.Where(r => "
                + "!twice.Contains(r.City)).Average(r => r.Area), 1);",
            // Which labels there are.
            Flowers
                + "[Stage] public Dictionary<string, int> Kinds(Validated<Flower> read) { var kinds = new Dictionary<string, int>(); "
                + "foreach (var r in read) { kinds[r.Kind] = kinds.Count; } return kinds; } [Stage] public Line "
                + "FitFlower(TrainSet<Flower> learn, Dictionary<string, int> kinds) => new(learn.Average(r => r.Size * "
                + "kinds[r.Kind]), 1);",
            Flowers
                + "[Stage] public SortedSet<string> Kinds(Validated<Flower> read) { var kinds = new SortedSet<string>(); foreach (var r in "
                + "read) { kinds.Add(r.Kind); } return kinds; } [Stage] public Line FitFlower(TrainSet<Flower> learn, "
                + "SortedSet<string> kinds) => new(learn.Average(r => r.Size), kinds.Max!.Length);",
            Flowers
                + "[Stage] public Line FitFlower(TrainSet<Flower> learn, Validated<Flower> read) { var kinds = new Dictionary<string, "
                + "int>(); foreach (var r in read) { kinds.TryAdd(r.Kind, kinds.Count); } return Learner.FitFlowers(learn, kinds); }",
        };

    [Theory]
    [MemberData(nameof(Hits))]
    public async Task A_statistic_of_all_rows_that_reaches_the_training_is_reported(string members) =>
        await LeakageTest.VerifyStagesAsync(members, Types);

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task Statistics_of_the_training_rows_and_others_are_not_reported(string members) =>
        await LeakageTest.VerifyStagesAsync(members, Types);
}
