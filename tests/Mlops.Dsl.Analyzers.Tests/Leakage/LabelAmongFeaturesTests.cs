namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class LabelAmongFeaturesTests
{
    private const string Types = """
        public sealed record Example(double[] Features, double Target);

        public sealed class Holder
        {
            public double[] Features { get; set; } = [];
        }

        public static class Regression
        {
            public static Line Fit(IEnumerable<double[]> features, IEnumerable<double> labels) => new(features.First()[0], labels.First());

            public static double Predict(Line line, double area, double other = 0) => (line.Slope * area) + other;
        }
        """;

    public static TheoryData<string> Hits =>
        new()
        {
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit({|MLP2005:train.Select(r => new[] { r.Area, r.Price })|}, "
                + "train.Select(r => r.Price));",
            "[Stage] public Line Make(TrainSet<House> train) { List<double[]> x = []; foreach (var r in train) { x.Add([r.Area, r.Price * "
                + "2]); } return Regression.Fit({|MLP2005:x|}, []); }",
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit({|MLP2005:from r in train let scaled = Math.Log(r.Price) "
                + "select new[] { scaled }|}, []);",
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit({|MLP2005:train.Select(Row)|}, []); private static double[] "
                + "Row(House house) => [house.Area, house is { Price: var p } ? p : 0];",
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit(train.Select(Features), []); private static double[] "
                + "Features(House house) => {|MLP2005:[house.Area, house.Price]|};",
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit(train.Select(r => Vectorize(r)), []); private static "
                + "double[] Vectorize(House house) { var (area, _, price) = house; return {|MLP2005:[area, price]|}; }",
            "[Stage] public Example[] Make(TrainSet<House> train) => [.. train.Select(r => new Example({|MLP2005:[r.Area, r.Price]|}, "
                + "r.Price))];",
            "[Stage] public int Make(TrainSet<House> train) => train.Select(r => new Holder { Features = {|MLP2005:[r.Price]|} }).Count();",
            "[Stage] public double Measure(TestSet<House> test) => test.Average(r => Math.Abs(Regression.Predict(new Line(1, 0), r.Area, "
                + "{|MLP2005:r.Price|}) - r.Price));",
        };

    public static TheoryData<string> Misses =>
        new()
        {
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit(train.Select(r => new[] { r.Area }), train.Select(r => "
                + "r.Price));",
            "[Stage] public Example[] Make(TrainSet<House> train) => [.. train.Select(r => new Example([r.Area], r.Price))];",
            "[Stage] public Line Make(TrainSet<House> train) { var rows = train.Select(r => (Features: new[] { r.Area }, Label: "
                + "r.Price)).ToArray(); return Regression.Fit(rows.Select(r => r.Features), rows.Select(r => r.Label)); }",
            "[Stage] public Line Make(TrainSet<House> train) { var examples = train.Select(r => new Example([r.Area], r.Price)).ToList(); "
                + "return Regression.Fit(examples.Select(e => e.Features), examples.Select(e => e.Target)); }",
            "[Stage] public Line Make(TrainSet<House> train) => Regression.Fit(train.Where(r => r.Price > 0).OrderBy(r => "
                + "r.Price).Select(r => new[] { r.Area }), []);",
            "[Stage] public Line Make(TrainSet<House> train) { var byCity = train.GroupBy(r => r.City).ToDictionary(g => g.Key, g => "
                + "g.Average(r => r.Price)); return Regression.Fit(train.Select(r => new[] { byCity[r.City] }), []); }",
            "[Stage] public double Measure(TestSet<House> test) => test.Average(r => Math.Abs(Regression.Predict(new Line(1, 0), r.Area) - "
                + "r.Price));",
        };

    [Theory]
    [MemberData(nameof(Hits))]
    public async Task A_label_among_the_features_is_reported(string members) => await LeakageTest.VerifyStagesAsync(members, Types);

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task A_label_at_its_place_is_not_reported(string members) => await LeakageTest.VerifyStagesAsync(members, Types);
}
