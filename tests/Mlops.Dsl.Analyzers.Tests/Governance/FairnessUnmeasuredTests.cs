namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class FairnessUnmeasuredTests
{
    private const string Fit = "[Stage] public Model Fit(TrainSet<Customer> train) => new([train.Average(r => r.Spent)]); ";

    [Theory]
    [InlineData("[Publish(\"model\")] public Model {|MLP5008:Release|}(Model fit) => fit;")]
    [InlineData(
        "[Stage] public double Error(Model fit, TestSet<Customer> test) => test.Average(r => r.Spent - fit.Weights[0]); "
            + "[Publish(\"model\")] public Model {|MLP5008:Release|}(Model fit) => fit;"
    )]
    [InlineData(
        "[Stage] public int Women(Validated<Customer> read) => read.Count(r => r.Gender == \"f\"); [Publish(\"model\")] public Model "
            + "{|MLP5008:Release|}(Model fit) => fit;"
    )]
    public async Task A_published_model_beside_a_protected_column_is_reported(string members)
    {
        var message = Assert.Single(await GovernanceTest.VerifyAsync(Fit + members));
        Assert.StartsWith(
            "'Release' publishes a model, but nothing measures whether it treats the groups of 'Gender' alike",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "[Stage] public double Gap(TestSet<Customer> test) => test.Where(r => r.Gender == \"f\").Average(r => r.Spent); "
            + "[Publish(\"model\")] public Model Release(Model fit) => fit;"
    )]
    [InlineData(
        "[Stage] public double Gap(TestSet<Customer> test) => Groups.Gap(test); [Publish(\"model\")] public Model Release(Model "
            + "fit) => fit;"
    )]
    [InlineData(
        "[Stage] public double DemographicParity(TestSet<Customer> test) => test.Count; [Publish(\"model\")] public Model Release(Model "
            + "fit) => fit;"
    )]
    [InlineData("[Publish(\"spending\")] public double[] Release(Validated<Customer> read) => [.. read.Select(r => r.Spent)];")]
    [InlineData("[Stage] public double Error(Model fit, TestSet<Customer> test) => test.Average(r => r.Spent - fit.Weights[0]);")]
    public async Task A_measured_or_unpublished_model_is_not_reported(string members) =>
        await GovernanceTest.VerifyAsync(
            Fit + members,
            "public static class Groups { public static double Gap(IEnumerable<Customer> rows) => rows.GroupBy(r => r.Gender).Select(g => "
                + "(g.Key, Mean: g.Average(r => r.Spent))).ToDictionary(g => g.Key, g => g.Mean).Values.Max(); }"
        );
}
