using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Watching;

namespace Mlops.Dsl.Analyzers.Tests.Watching;

/// <summary>What is mended by itself in pipelines that watch.</summary>
public class WatchingFixTests
{
    private const string Base = """
        [Row] public sealed partial record Applicant([Feature] int Age, [Label] bool Over50K);
        [RowView(typeof(Applicant))] public sealed partial record Application;
        [Prediction] public readonly partial record struct IncomeScore([Probability] float Probability);
        [Pipeline("income")]
        public sealed partial class IncomePipeline
        {
            [Stage] public Model<Application, IncomeScore> Fit() => throw new InvalidOperationException("no");
            [Stage] public Dictionary<string, double> Means() => [];
            [Publish("income")] public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
        }
        [Service("income")]
        public sealed partial class IncomeService
        {
            [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
        }

        """;

    private const string Served = "[Served(typeof(IncomeService), nameof(IncomeService.Score))]";

    private static RuleGroupTest Operation { get; } = new(8);

    [Fact]
    public Task A_window_is_added_before_the_first_member() =>
        Operation.VerifyFixAsync<AddWindowFix>(
            Base
                + $$"""
                [Pipeline("watch")]
                public sealed partial class Watch
                {
                    {{Served}}
                    public partial Served<Application, IncomeScore> {|MLP8012:Traffic|}();

                    {{Served}}
                    public partial Served<Application, IncomeScore> Again();
                }
                """,
            Base
                + $$"""
                [Pipeline("watch")]
                public sealed partial class Watch
                {
                    [Window]
                    public TimeWindow Window { get; init; }

                    {{Served}}
                    public partial Served<Application, IncomeScore> Traffic();

                    {{Served}}
                    public partial Served<Application, IncomeScore> Again();
                }
                """
        );

    [Fact]
    public async Task No_window_is_added_where_something_has_its_name() =>
        Assert.Empty(
            await Operation.TitlesAsync<AddWindowFix>(
                Base
                    + $$"""
                    [Pipeline("watch")]
                    public sealed partial class Watch
                    {
                        [Parameter] public int Window { get; init; } = 3;
                        {{Served}} public partial Served<Application, IncomeScore> {|MLP8012:Traffic|}();
                    }
                    """
            )
        );

    [Theory]
    [InlineData("Served<Applicant, IncomeScore>")]
    [InlineData("Served<Application, double>")]
    [InlineData("IReadOnlyList<IncomeScore>")]
    public Task A_source_of_what_was_served_is_declared_as_the_service_says(string type) =>
        Operation.VerifyFixAsync<DeclareSourceTypeFix>(
            Watch($"{Served} public partial {type} {{|MLP8013:Traffic|}}();"),
            Watch($"{Served} public partial Served<Application, IncomeScore> Traffic();")
        );

    [Fact]
    public Task A_source_of_what_was_published_is_declared_as_the_stage_is() =>
        Operation.VerifyFixAsync<DeclareSourceTypeFix>(
            Watch("[FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Means))] public partial double[] {|MLP8014:Means|}();"),
            Watch(
                "[FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Means))] public partial Dictionary<string, double> Means();"
            )
        );

    [Theory]
    [InlineData("[Served(typeof(IncomeService), \"Scor\")] public partial Served<Application, IncomeScore> {|MLP8013:T|}();")]
    [InlineData("[FromPublished(typeof(IncomePipeline), \"Meens\")] public partial double {|MLP8014:T|}();")]
    public async Task Where_the_type_is_not_what_is_wrong_nothing_is_offered(string source) =>
        Assert.Empty(await Operation.TitlesAsync<DeclareSourceTypeFix>(Watch(source)));

    private static string Watch(string source) =>
        $$"""
            {{Base}}[Pipeline("watch")]
            public sealed partial class Watch
            {
                [Window] public TimeWindow Window { get; init; }
                {{source}}
            }
            """;
}
