using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class LabelFixTests
{
    private const string Types = """
        public sealed record Example(double[] Features, double Target);

        public static class Regression
        {
            public static Line Fit(IEnumerable<double[]> features, IEnumerable<double> labels) => new(features.First()[0], labels.First());
        }
        """;

    [Theory]
    [InlineData(
        "Line Make(TrainSet<House> train) => Regression.Fit({|MLP2005:train.Select(r => new[] { r.Area, Math.Log(r.Price) })|}, "
            + "train.Select(r => r.Price));",
        "Line Make(TrainSet<House> train) => Regression.Fit(train.Select(r => new[] { r.Area }), train.Select(r => r.Price));"
    )]
    [InlineData(
        "Line Make(TrainSet<House> train) => Regression.Fit({|MLP2005:from r in train select new[] { r.Price, r.Area, r.Price * 2 "
            + "}|}, []);",
        "Line Make(TrainSet<House> train) => Regression.Fit(from r in train select new[] { r.Area }, []);"
    )]
    [InlineData(
        "Example[] Make(TrainSet<House> train) => [.. train.Select(r => new Example({|MLP2005:[r.Area, /* told */ r.Price]|}, r.Price))];",
        "Example[] Make(TrainSet<House> train) => [.. train.Select(r => new Example([r.Area], r.Price))];"
    )]
    [InlineData(
        "Line Make(TrainSet<House> train) => Regression.Fit(train.Select(Features), []);\n\nprivate static double[] Features(House house) "
            + "=> {|MLP2005:[house.Area, house.Price]|};",
        "Line Make(TrainSet<House> train) => Regression.Fit(train.Select(Features), []);\n\nprivate static double[] Features(House house) "
            + "=> [house.Area];"
    )]
    public async Task The_label_is_left_out_of_the_features(string before, string after) =>
        await LeakageTest.VerifyStagesFixAsync<LeaveColumnOutFix>($"[Stage]\npublic {before}", $"[Stage]\npublic {after}", Types);

    [Theory]
    [InlineData(
        "[Stage] public Example[] Make(TrainSet<House> train) => [.. train.Select(r => new Example({|MLP2005:[r.Price]|}, r.Price))];"
    )]
    [InlineData(
        "[Stage] public Line Make(TrainSet<House> train) { List<double[]> x = []; foreach (var r in train) { x.Add([r.Area, r.Price * 2]); "
            + "} return Regression.Fit({|MLP2005:x|}, []); }"
    )]
    public async Task Nothing_is_offered_where_no_feature_would_be_left_or_the_list_is_elsewhere(string members) =>
        Assert.Empty(await LeakageTest.StagesTitlesAsync<LeaveColumnOutFix>(members, Types));

    [Theory]
    [InlineData("record Flat([Feature, Label] double {|MLP2006:Price|});", "record Flat([Label] double Price);")]
    [InlineData(
        "record Flat([property: Label] [property: Feature] double {|MLP2006:Price|});",
        "record Flat([property: Label] double Price);"
    )]
    [InlineData(
        "record Flat([Feature] double Area, [Label] double Price)\n{\n    /// <summary>Price by area.</summary>\n    [Feature]\n    public "
            + "double {|MLP2006:PerArea|} => Price / Area;\n}",
        "record Flat([Feature] double Area, [Label] double Price)\n{\n    /// <summary>Price by area.</summary>\n    public double PerArea "
            + "=> Price / Area;\n}"
    )]
    public async Task What_tells_the_label_is_made_no_feature(string before, string after) =>
        await LeakageTest.Rules.VerifyFixAsync<RemoveFeatureFix>(
            $"[Row]\npublic sealed partial {before}",
            $"[Row]\npublic sealed partial {after}"
        );
}
