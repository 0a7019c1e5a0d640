namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class SensitiveLearnedTests
{
    private const string Trainer = """
        public static class Trainer
        {
            public static Model Fit(double[] x) => new([x.Average()]);

            public static Model Fit(double[] x, double[] weights) => new([x.Zip(weights, (a, b) => a * b).Sum()]);

            public static Model Fit(IEnumerable<string> texts) => new([texts.Count()]);

            public static Model Fit(IEnumerable<Customer> rows) => new([rows.Average(r => r.Spent)]);
        }

        [Row]
        public sealed partial record Example([Feature] string Text, [Feature] double Number, string Note);
        """;

    [Theory]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit({|MLP5002:train.Select(r => r.Email)|});")]
    [InlineData(
        "[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit({|MLP5002:train.Select(r => (double)r.Age).ToArray()|});"
    )]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => new([.. train.Select(r => {|MLP5002:r.Age * 2.0|})]);")]
    [InlineData(
        "[Stage] public Dictionary<string, double> Fit(TrainSet<Customer> train) => train.GroupBy(r => r.Email).ToDictionary(g => "
            + "{|MLP5002:g.Key|}, g => g.Average(r => r.Spent));"
    )]
    [InlineData(
        "[Stage] public Raw<Example> Prepare(Validated<Customer> read) => new(read.Select(r => new Example({|MLP5002:r.Email|}, r.Spent, "
            + "\"\")));"
    )]
    [InlineData(
        "[Stage] public Raw<Example> Prepare(Validated<Customer> read) => new(read.Select(r => new Example(\"\", r.Spent, \"\") with { "
            + "Text = {|MLP5002:r.Email.Split('@')[1]|} }));"
    )]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit({|MLP5013:train.Select(r => r.Gender)|});")]
    [InlineData(
        "[Stage] public Raw<Example> Prepare(Validated<Customer> read) => new(read.Select(r => new Example({|MLP5013:r.Gender|}, r.Spent, "
            + "\"\")));"
    )]
    public async Task Sensitive_columns_that_a_model_learns_from_are_reported(string stage) =>
        await GovernanceTest.VerifyAsync(stage, Trainer);

    [Theory]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train);")]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.Select(r => r.Spent).ToArray());")]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.Select(r => PersonalData.Hash(r.Email, Key)));")]
    [InlineData(
        "[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.OrderBy(r => r.Email).Select(r => r.Spent).ToArray());"
    )]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.GroupBy(r => r.Email).Select(g => g.First()));")]
    [InlineData(
        "[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.Where(r => r.Age > 18).Select(r => r.Spent).ToArray());"
    )]
    [InlineData(
        "[Stage] public Model Fit(TrainSet<Customer> train) => Trainer.Fit(train.Select(r => r.Spent).ToArray(), [.. train.Select(r => "
            + "r.Gender == \"f\" ? 1.0 : 0.9)]);"
    )]
    [InlineData("[Stage] public Model Fit(TrainSet<Customer> train) => new([train.Average(r => r.Age)]);")]
    [InlineData(
        "[Stage] public Raw<Example> Prepare(Validated<Customer> read) => new(read.Select(r => new Example(Provider(r.Email), r.Spent, "
            + "\"\"))); [Deidentifies(\"providers\")] private static string Provider(string email) => email.Split('@')[1];"
    )]
    public async Task Other_columns_and_transformed_ones_are_not_reported(string stage) => await GovernanceTest.VerifyAsync(stage, Trainer);
}
