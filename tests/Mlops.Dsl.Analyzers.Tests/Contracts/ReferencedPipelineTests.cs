namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>A pipeline that changes in one project, and a service and a watch of another that references it.</summary>
public class ReferencedPipelineTests
{
    private const string Watch = """
        [Pipeline("watch", Version = "1.0.0")]
        public sealed partial class Watch
        {
            [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Check))] public partial Validated<Applicant> Reference();
        }
        """;

    /// <summary>
    /// Changes of the pipeline's project that a service does not see in its own code: what is replaced, by what, and the clause of the
    /// message.
    /// </summary>
    public static TheoryData<string, string, string> Changes =>
        new()
        {
            {
                "[Feature] int Hours",
                "[Feature] int HoursPerWeek",
                "column 'Application.Hours' was removed and required column 'Application.HoursPerWeek' was added"
            },
            { "[Feature] int Hours", "[Feature] string Hours", "column 'Application.Hours' became string instead of int" },
            {
                "[Feature] int Hours",
                "[Feature] long Hours",
                "the Model<Application, IncomeScore> of publication 'income' is made of other parts: 'Hours' is int64 instead of int32"
            },
            {
                "[Feature] int Hours",
                "[Feature] int? Hours",
                "the Model<Application, IncomeScore> of publication 'income' is made of other parts: 'Hours' is int32? instead of int32"
            },
            { ", [Feature] int Hours", "", "column 'Application.Hours' was removed" },
            { "[Feature] int Hours", "[Feature] int Hours, [Feature] string City", "required column 'Application.City' was added" },
            {
                "[Feature] int Hours",
                "[Feature] int Hours, [Feature] string? City",
                "the Model<Application, IncomeScore> of publication 'income' is made of other parts: 'City' was added"
            },
            { "Range(17, 120)", "Range(18, 99)", "the range of column 'Application.Age' was narrowed from [17, 120] to [18, 99]" },
            {
                "[RowView(typeof(Applicant))]",
                "[RowView(typeof(Applicant), Without = ColumnRole.Key)]",
                "column 'Application.Id' was removed and required column 'Application.Over50K' was added"
            },
            { "[Probability] float Probability", "[Probability] float Likelihood", "column 'IncomeScore.Probability' was removed" },
            {
                "[Probability] float Probability",
                "[Probability] double Probability",
                "column 'IncomeScore.Probability' became double instead of float"
            },
            {
                "[Probability] float Probability",
                "[Score] float Probability",
                "column 'IncomeScore.Probability' changed its role from probability to score"
            },
            {
                "[PredictedLabel] bool Over50K, [Probability]",
                "[Score] bool Over50K, [Probability]",
                "column 'IncomeScore.Over50K' changed its role from predictedlabel to score"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_service_that_keeps_the_lock_does_not_build_and_the_message_says_what_the_pipeline_changed(
        string before,
        string after,
        string clause
    )
    {
        var reported = await ReportAsync(before, after, TwoProjects.Service);

        Assert.Contains(
            $"MLP8005 Pipeline 'income' changed in Models: {clause}; 'Score' was made for version 1.0.0, whose lock is kept here, and the "
                + $"pipeline has version 2.0.0: "
                + "undo the change there, or adapt this project and what calls it, and replace the lock by the pipeline's new one",
            reported
        );
        Assert.All(
            reported,
            static report =>
                Assert.True(
                    report.StartsWith("MLP8005", StringComparison.Ordinal) || report.StartsWith("MLP8002", StringComparison.Ordinal),
                    report
                )
        );
    }

    /// <summary>The side that changes is told first, as long as it does not say by its version that it means it.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_pipelines_own_project_does_not_build_without_a_new_version(string before, string after, string clause)
    {
        var changed = TwoProjects.Models.Replace(before, after, StringComparison.Ordinal);
        var reported = await TwoProjects.ReportAsync(TwoProjects.Standing(changed, TwoProjects.LockOf(TwoProjects.Models)));

        var broken = Assert.Single(reported, static report => report.StartsWith("MLP7001", StringComparison.Ordinal));
        Assert.All(clause.Split(" and "), part => Assert.Contains(part, broken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_watch_that_keeps_the_lock_does_not_build_when_the_rows_of_its_source_change() =>
        Assert.StartsWith(
            "MLP8005 Pipeline 'income' changed in Models: column 'Applicant.Hours' was removed; 'Reference' was made for version 1.0.0",
            Assert.Single(await ReportAsync(", [Feature] int Hours", "", Watch)),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task What_was_served_by_a_service_of_another_project_relies_on_its_model()
    {
        const string Traffic = """
            [Pipeline("watch", Version = "1.0.0")]
            public sealed partial class Watch
            {
                [Window] public TimeWindow Window { get; init; }
                [Served(typeof(IncomeService), nameof(IncomeService.Score))] public partial Served<Application, IncomeScore> Traffic();
            }
            """;
        var changed = (TwoProjects.Models + TwoProjects.Service).Replace(
            "[Feature] int Hours",
            "[Feature] string Hours",
            StringComparison.Ordinal
        );
        var reported = await TwoProjects.ReportAsync(TwoProjects.Referencing(changed, Traffic, TwoProjects.LockOf(TwoProjects.Models)));

        Assert.StartsWith(
            "MLP8005 Pipeline 'income' changed in Models: column 'Application.Hours' became string instead of int; 'Traffic' was made for",
            Assert.Single(reported),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[Parameter] public int Leaves { get; init; } = 31;", "")]
    [InlineData(
        "public Raw<Applicant> Read() => new([]);",
        "public Raw<Applicant> Read() => new([]); [Publish(\"more\")] public int More() => 1;"
    )]
    [InlineData("Range(17, 120)", "Range(0, 120)")]
    [InlineData("Version = \"1.0.0\"", "Version = \"1.1.0\"")]
    [InlineData(
        "[Prediction] public readonly partial record struct OtherScore([Score] float Dollars)",
        "[Prediction] public readonly partial record struct OtherScore([Score] double Euros)"
    )]
    public async Task A_change_of_what_is_not_relied_on_is_nobodys_business(string before, string after) =>
        Assert.Empty(await ReportAsync(before, after, TwoProjects.Service));

    [Fact]
    public async Task Without_a_lock_or_a_version_a_project_follows_the_pipeline() =>
        Assert.Empty(
            await TwoProjects.ReportAsync(
                TwoProjects.Referencing(
                    TwoProjects.Models.Replace("[Feature] int Hours", "[Feature] string Hours", StringComparison.Ordinal),
                    TwoProjects.Service,
                    keptLock: null
                )
            )
        );

    [Fact]
    public void Code_that_makes_a_request_is_told_by_the_compiler_where_it_is_written()
    {
        const string Client = "public static class Client { public static Application Ask() => new(1, 30, \"private\", 40); }";
        Assert.Empty(TwoProjects.ErrorsOf(TwoProjects.Referencing(TwoProjects.Models, Client, keptLock: null)));
        var changed = TwoProjects.Models.Replace(
            "[Feature] int Hours",
            "[Feature] int Hours, [Feature] string? City",
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Test0.cs",
            Assert.Single(TwoProjects.ErrorsOf(TwoProjects.Referencing(changed, Client, keptLock: null))).Location.SourceTree!.FilePath
        );
    }

    [Theory]
    [InlineData("nameof(IncomePipeline.Release)")]
    [InlineData("\"Release\"")]
    public async Task A_publishing_stage_that_is_renamed_is_missed(string member) =>
        Assert.StartsWith(
            "MLP8003 'IncomePipeline' has no [Publish] method 'Release'",
            Assert.Single(
                await ReportAsync(
                    " Release(",
                    " Give(",
                    TwoProjects.Service.Replace("nameof(IncomePipeline.Release)", member, StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_entry_that_is_renamed_is_another_one() =>
        Assert.StartsWith(
            "MLP8005 Pipeline 'income' changed in Models: 'Release' publishes 'incomes', which is not among what was promised ('income'); "
                + "'Score' was made for",
            Assert.Single(await ReportAsync("[Publish(\"income\")]", "[Publish(\"incomes\")]", TwoProjects.Service)),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_model_of_another_prediction_is_told_on_both_sides()
    {
        var reported = await ReportAsync(
            "Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit",
            "Model<Application, OtherScore> Release(Model<Application, OtherScore> other) => other",
            TwoProjects.Service
        );

        Assert.Contains(
            "MLP8001 the service answers with 'IncomeScore', but the model of 'IncomePipeline.Release' says 'OtherScore': let 'Score' "
                + "answer with 'OtherScore', or train a model that says 'IncomeScore'",
            reported
        );
        Assert.Contains(
            reported,
            static report =>
                report.Contains(
                    "publication 'income' has type Model<Application, OtherScore> instead of Model<Application, IncomeScore>",
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("1.0.0", "1.4.2", null)]
    [InlineData("1.0.0", "1.0.0", null)]
    [InlineData(
        "1.0.0",
        "2.0.0",
        "Pipeline 'income' has version 2.0.0 in Models, which may break what version 1.0.0 promised, and 'Score' was made for that: see "
            + "what changed there, adapt this project and what calls it, and set PipelineVersion to \"2.0.0\""
    )]
    [InlineData("0.3.0", "0.4.0", "Pipeline 'income' has version 0.4.0 in Models, which may break what version 0.3.0 promised")]
    [InlineData(
        "2.1.0",
        "2.0.0",
        "Pipeline 'income' has version 2.0.0 in Models, and 'Score' was made for 2.1.0: take the newer pipeline, or set PipelineVersion to "
            + "\"2.0.0\""
    )]
    [InlineData(
        "latest",
        "2.0.0",
        "'latest' is no semantic version: name the version of pipeline 'income' that 'Score' was made for, such as \"2.0.0\""
    )]
    public async Task A_service_that_names_a_version_does_not_build_against_one_that_may_break_it(string made, string now, string? sentence)
    {
        var models = TwoProjects.Models.Replace("1.0.0", now, StringComparison.Ordinal);
        var service = TwoProjects.Service.Replace("Release))", $"Release), PipelineVersion = \"{made}\")", StringComparison.Ordinal);
        var reported = await TwoProjects.ReportAsync(TwoProjects.Referencing(models, service, keptLock: null));

        if (sentence is null)
        {
            Assert.Empty(reported);
        }
        else
        {
            Assert.StartsWith($"MLP8005 {sentence}", Assert.Single(reported), StringComparison.Ordinal);
        }
    }

    /// <summary>The pipeline's project after a change that it meant, and the project that keeps the lock of before.</summary>
    private static Task<System.Collections.Immutable.ImmutableArray<string>> ReportAsync(string before, string after, string scoring)
    {
        Assert.Contains(before, TwoProjects.Models, StringComparison.Ordinal);
        var changed = TwoProjects
            .Models.Replace(before, after, StringComparison.Ordinal)
            .Replace("\"1.0.0\"", "\"2.0.0\"", StringComparison.Ordinal);
        return TwoProjects.ReportAsync(TwoProjects.Referencing(changed, scoring, TwoProjects.LockOf(TwoProjects.Models)));
    }
}
