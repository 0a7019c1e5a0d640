using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.CodeFixes.Governance;
using Mlops.Dsl.CodeFixes.Leakage;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class GovernanceFixTests
{
    private const string Trainer = """
        public static class Trainer
        {
            public static Model Fit(IEnumerable<string[]> texts) => new([texts.Count()]);
        }
        """;

    [Fact]
    public async Task Fairness_gets_a_measure_and_a_gate() =>
        await FixAsync<MeasureFairnessFix>(
            """
            [Stage]
            public Model Fit(TrainSet<Customer> train) => new([train.Count]);

            [Stage]
            public double Error(Model fit, TestSet<Customer> test) => test.Average(c => c.Spent - fit.Weights[0]);

            [Gate]
            public GateResult Good(double error) => GateResult.AtMost(error, 1.0);

            /// <summary>Publishes.</summary>
            [Publish("model"), When(nameof(Good))]
            public Model {|MLP5008:Release|}(Model fit) => fit;
            """,
            """
            [Stage]
            public Model Fit(TrainSet<Customer> train) => new([train.Count]);

            [Stage]
            public double FairnessGap(Model fit, TestSet<Customer> test) =>
                throw new NotImplementedException("FairnessGap measures nothing yet: compare a metric between the groups of 'Gender'.");

            [Gate]
            public GateResult FairEnough(double fairnessGap) => GateResult.AtMost(fairnessGap, 0.05);

            [Stage]
            public double Error(Model fit, TestSet<Customer> test) => test.Average(c => c.Spent - fit.Weights[0]);

            [Gate]
            public GateResult Good(double error) => GateResult.AtMost(error, 1.0);

            /// <summary>Publishes.</summary>
            [Publish("model"), When(nameof(Good)), When(nameof(FairEnough))]
            public Model Release(Model fit) => fit;
            """
        );

    [Theory]
    [InlineData(
        "Raw<Customer> {|MLP5012:Release|}(Raw<Customer> rows) => rows;",
        "Raw<Customer> Release(Raw<Customer> rows) => new Raw<Customer>(rows.Select(row => row with { Email = "
            + "PersonalData.Mask(row.Email), Age = PersonalData.Drop(row.Age) }));"
    )]
    [InlineData("Customer[] {|MLP5012:Release|}(Raw<Customer> rows) => /* all */ [.. rows];", "")]
    [InlineData(
        "Customer[] {|MLP5012:Release|}(Raw<Customer> rows) => /* all */ rows.ToArray();",
        "Customer[] Release(Raw<Customer> rows) => /* all */ [.. rows.ToArray().Select(row => row with { Email = "
            + "PersonalData.Mask(row.Email), Age = PersonalData.Drop(row.Age) })];"
    )]
    [InlineData(
        "Customer {|MLP5012:Release|}(Raw<Customer> rows) => rows[0];",
        "Customer Release(Raw<Customer> rows) => rows[0] with { Email = PersonalData.Mask(rows[0].Email), Age = "
            + "PersonalData.Drop(rows[0].Age) };"
    )]
    [InlineData(
        "Validated<Customer> {|MLP5012:Release|}(Validated<Customer> read) => read;",
        "Validated<Customer> Release(Validated<Customer> read) => new Raw<Customer>(read.Select(row => row with { Email = "
            + "PersonalData.Mask(row.Email), Age = PersonalData.Drop(row.Age) })).Validate();"
    )]
    public async Task What_is_published_is_masked(string before, string after)
    {
        const string Rows = "[Stage]\npublic Raw<Customer> Rows() => new([]);\n\n[Publish(\"rows\")]\npublic ";
        if (after.Length == 0)
        {
            Assert.Empty(
                await CodeFixVerifier.TitlesAsync(
                    GovernanceTest.Project(Rows + before),
                    new TransformPublicationFix(),
                    TestContext.Current.CancellationToken
                )
            );
        }
        else
        {
            await FixAsync<TransformPublicationFix>(Rows + before, Rows + after);
        }
    }

    [Theory]
    [InlineData(
        "List<string> Names(TrainSet<Customer> train) => train.Select(c => {|MLP5002:c.Email|}).Order(StringComparer.Ordinal).ToList();",
        "List<string> Names(TrainSet<Customer> train) => train.Select(c => "
            + "PersonalData.Mask(c.Email)).Order(StringComparer.Ordinal).ToList();"
    )]
    [InlineData(
        "string[] Names(Validated<Customer> read) => [.. read.Select(c => {|MLP5004:c.Email|})];",
        "string[] Names(Validated<Customer> read) => [.. read.Select(c => PersonalData.Mask(c.Email))];"
    )]
    public async Task What_a_stage_returns_is_masked_where_it_is_selected(string before, string after) =>
        await CodeFixVerifier.VerifyAsync(
            GovernanceTest.Project("[Stage]\npublic " + before),
            new TransformFix(),
            GovernanceTest.Pipeline("[Stage]\npublic " + after),
            "Pass through PersonalData.Mask",
            TestContext.Current.CancellationToken
        );

    [Theory]
    [InlineData("{|MLP5013:train.Select(r => new[] { r.Gender, $\"{r.Spent}\" })|}", "train.Select(r => new[] { $\"{r.Spent}\" })")]
    [InlineData(
        "[.. {|MLP5013:from r in train select (string[])[$\"{r.Spent}\", r.Gender + \"x\"]|}]",
        "[.. from r in train select (string[])[$\"{r.Spent}\"]]"
    )]
    public async Task A_protected_column_is_left_out_of_the_features(string before, string after) =>
        await FixAsync<LeaveColumnOutFix>(
            $"[Stage]\npublic Model Fit(TrainSet<Customer> train) => Trainer.Fit({before});",
            $"[Stage]\npublic Model Fit(TrainSet<Customer> train) => Trainer.Fit({after});"
        );

    private static async Task FixAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        await CodeFixVerifier.VerifyAsync(
            GovernanceTest.Project(before, Trainer),
            new TFix(),
            GovernanceTest.Pipeline(after),
            cancellationToken: TestContext.Current.CancellationToken
        );
}
