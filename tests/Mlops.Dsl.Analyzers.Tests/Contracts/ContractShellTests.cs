using System.Collections.Immutable;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>A pipeline of another repository that changes, and a service that has its lock alone.</summary>
public class ContractShellTests
{
    private const string Scoring = """
        [Contract("income.pipeline.lock.json")] public static partial class Income;
        [Row] public sealed partial record Request(long Id, [Range(17, 120)] int Age, string Workclass, int Hours);
        [Prediction] public readonly partial record struct Reply([PredictedLabel] bool Over50K, [Probability] float Probability);
        [Service("income")]
        public sealed partial class IncomeService
        {
            [Predict(typeof(Income), "income")]
            public partial ValueTask<Answer<Reply>> Score(Request request, CancellationToken cancellationToken);
        }
        """;

    /// <summary>
    /// Changes of the pipeline's project: what is replaced, by what, whether it is what the model takes, and the clause of the message.
    /// </summary>
    public static TheoryData<string, string, bool, string> Changes =>
        new()
        {
            {
                "[Feature] int Hours",
                "[Feature] int HoursPerWeek",
                true,
                "column 'Request.Hours' was removed and required column 'Request.HoursPerWeek' was added"
            },
            { "[Feature] int Hours", "[Feature] string Hours", true, "column 'Request.Hours' became string instead of int" },
            { "[Feature] int Hours", "[Feature] long Hours", true, "column 'Request.Hours' became long instead of int" },
            { "[Feature] int Hours", "[Feature] int? Hours", true, "column 'Request.Hours' became optional" },
            { ", [Feature] int Hours", "", true, "column 'Request.Hours' was removed" },
            { "[Feature] int Hours", "[Feature] int Hours, [Feature] string City", true, "required column 'Request.City' was added" },
            { "[Feature] int Hours", "[Feature] int Hours, [Feature] string? City", true, "column 'Request.City' was added" },
            { "Range(17, 120)", "Range(18, 99)", true, "the range of column 'Request.Age' was narrowed from [17, 120] to [18, 99]" },
            {
                "[RowView(typeof(Applicant))]",
                "[RowView(typeof(Applicant), Without = ColumnRole.Key)]",
                true,
                "column 'Request.Id' was removed and required column 'Request.Over50K' was added"
            },
            {
                "[Probability] float Probability",
                "[Probability] float Likelihood",
                false,
                "required column 'Reply.Likelihood' was added and column 'Reply.Probability' was removed"
            },
            {
                "[Probability] float Probability",
                "[Probability] double Probability",
                false,
                "column 'Reply.Probability' became double instead of float"
            },
            {
                "[Probability] float Probability",
                "[Score] float Probability",
                false,
                "column 'Reply.Probability' changed its role from probability to score"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_lock_that_changes_breaks_the_build_and_the_message_says_what_is_different(
        string before,
        string after,
        bool isInput,
        string clause
    )
    {
        var reported = await ReportAsync(Scoring, TwoProjects.Models.Replace(before, after, StringComparison.Ordinal));

        var (type, promised, verb) = isInput ? ("Request", "Application", "takes") : ("Reply", "IncomeScore", "says");
        Assert.Equal(
            $"MLP8005 '{type}' is not what 'income' of pipeline 'income' 1.0.0 {verb}, which is '{promised}' in income.pipeline.lock.json: "
                + $"{clause}; where the lock is new, the pipeline changed, and '{type}' has to follow; otherwise undo what changed here",
            Assert.Single(reported)
        );
    }

    [Fact]
    public async Task A_service_of_the_models_rows_is_not_reported() => Assert.Empty(await ReportAsync(Scoring, TwoProjects.Models));

    [Fact]
    public async Task A_change_on_this_side_is_reported_as_well() =>
        Assert.Contains(
            "column 'Request.Hours' became int instead of string",
            Assert.Single(await ReportAsync(Scoring.Replace("int Hours", "string Hours", StringComparison.Ordinal), TwoProjects.Models)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "[Publish(\"income\")]",
        "[Publish(\"incomes\")]",
        "Pipeline 'income' publishes no 'income' by income.pipeline.lock.json: it publishes 'incomes'"
    )]
    [InlineData(
        "Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit",
        "Model<Application, OtherScore> Release(Model<Application, OtherScore> other) => other",
        "'Reply' is not what 'income' of pipeline 'income' 1.0.0 says, which is 'OtherScore' in income.pipeline.lock.json: "
    )]
    [InlineData(
        "Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit",
        "int Release(Model<Application, IncomeScore> fit) => 1",
        "'income' of pipeline 'income' is a int by income.pipeline.lock.json, and only a Model<TInput, TPrediction> whose columns are in "
            + "the lock answers requests"
    )]
    public async Task A_publication_that_changes_is_reported(string before, string after, string sentence) =>
        Assert.StartsWith(
            $"MLP8005 {sentence}",
            Assert.Single(await ReportAsync(Scoring, TwoProjects.Models.Replace(before, after, StringComparison.Ordinal))),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_version_that_may_break_the_named_one_is_reported() =>
        Assert.StartsWith(
            "MLP8005 Pipeline 'income' has version 2.0.0 in income.pipeline.lock.json, which may break what version 1.0.0 promised",
            Assert.Single(
                await ReportAsync(
                    Scoring.Replace(
                        "\"income\")]\n    public",
                        "\"income\", PipelineVersion = \"1.0.0\")]\n    public",
                        StringComparison.Ordinal
                    ),
                    TwoProjects.Models.Replace("\"1.0.0\"", "\"2.0.0\"", StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "income.pipeline.lock.json",
        null,
        "MLP8005 The project has no 'income.pipeline.lock.json': copy it from the project of the pipeline, and put it beside this "
            + "project's file"
    )]
    [InlineData("income.json", null, "MLP8005 'income.json' is no lock: name one, such as [Contract(\"income.pipeline.lock.json\")]")]
    [InlineData(
        "income.pipeline.lock.json",
        "{}",
        "MLP7003 The lock of pipeline 'income' lacks 'formatVersion'; nothing checks the contract until it is restored, or deleted and "
            + "written again"
    )]
    public async Task A_lock_that_is_not_there_is_reported(string file, string? text, string report) =>
        Assert.Equal(
            report,
            Assert.Single(
                await TwoProjects.ReportAsync(
                    TwoProjects.Standing(Scoring.Replace("income.pipeline.lock.json", file, StringComparison.Ordinal), text)
                )
            )
        );

    [Fact]
    public async Task An_artifact_of_a_stage_needs_the_pipeline_itself() =>
        Assert.StartsWith(
            "MLP8014 [FromPublished] 'Reference' does not fit: Income stands for a pipeline of which there is only the lock",
            Assert.Single(
                await ReportAsync(
                    Scoring
                        + """
                        [Pipeline("watch", Version = "1.0.0")]
                        public sealed partial class Watch
                        {
                            [FromPublished(typeof(Income), "income")] public partial Validated<Request> Reference();
                        }
                        """,
                    TwoProjects.Models
                ),
                static report => report.StartsWith("MLP8014", StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );

    private static Task<ImmutableArray<string>> ReportAsync(string scoring, string models) =>
        TwoProjects.ReportAsync(TwoProjects.Standing(scoring, TwoProjects.LockOf(models)));
}
