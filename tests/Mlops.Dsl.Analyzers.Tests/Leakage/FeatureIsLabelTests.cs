namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class FeatureIsLabelTests
{
    [Theory]
    [InlineData("public sealed partial record Flat([Feature, Label] double {|MLP2006:Price|});")]
    [InlineData(
        "public sealed partial record Flat { [Feature] public double Area { get; init; } [Feature, Label] public double {|MLP2006:Price|} "
            + "{ get; init; } }"
    )]
    [InlineData(
        "public sealed partial record Flat([Feature] double Area, [Label] double Price) { [Feature] public double {|MLP2006:PerArea|} => "
            + "Price / Area; }"
    )]
    [InlineData(
        "public sealed partial record Flat([Feature] double Area, [Label] double Price) { [Feature] public double {|MLP2006:PerArea|} { "
            + "get { var price = Helper.Of(this); return price / Area; } } } public static class Helper { public static double Of(Flat "
            + "flat) => Math.Log(flat.Price); }"
    )]
    [InlineData(
        "public sealed partial record Flat([Feature] double Area, [Label] double Price) { private double Cents => Price * 100; [Feature] "
            + "public string {|MLP2006:Text|} => $\"{Cents}\"; }"
    )]
    public async Task A_feature_that_tells_the_label_is_reported(string row) => await LeakageTest.Rules.VerifyAsync("[Row] " + row);

    [Theory]
    [InlineData("public sealed partial record Flat([Feature] double Area, [Label] double Price);")]
    [InlineData(
        "public sealed partial record Flat([Feature] double Area, [Label] double Price) { [Feature] public double Root => Math.Sqrt(Area); "
            + "public double PerArea => Price / Area; }"
    )]
    [InlineData(
        "public sealed partial record Flat([Feature] double Area, [Label] double Price) { [Feature] public int Name => "
            + "nameof(Price).Length; }"
    )]
    public async Task Other_features_are_not_reported(string row) => await LeakageTest.Rules.VerifyAsync("[Row] " + row);
}
