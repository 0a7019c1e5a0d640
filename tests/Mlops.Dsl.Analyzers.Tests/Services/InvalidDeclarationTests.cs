using Mlops.Dsl.Analyzers.Tests.Contracts;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Services;

/// <summary>
/// Declarations of services, sources and schedules as wrong as people write them: a rule says what is wrong, and the compiler neither
/// misses a body nor speaks of generated code.
/// </summary>
public class InvalidDeclarationTests
{
    private const string Base = """
        [Row] public sealed partial record Applicant([Feature] int Age, [Label] bool Over50K);
        [RowView(typeof(Applicant))] public sealed partial record Application;
        [Prediction] public readonly partial record struct Score1([Probability] float Probability);
        [Pipeline("base")]
        public sealed partial class BasePipeline
        {
            [Stage] public Model<Application, Score1> Fit() => throw new InvalidOperationException("no");
            [Stage] public double Mean() => 3;
            [Publish("base")] public Model<Application, Score1> Release(Model<Application, Score1> fit) => fit;
        }
        [Service("base")]
        public sealed partial class BaseService
        {
            [Predict(typeof(BasePipeline), nameof(BasePipeline.Release))]
            public partial ValueTask<Answer<Score1>> Score(Application application, CancellationToken cancellationToken);
        }

        """;

    private const string Predict = "[Predict(typeof(BasePipeline), nameof(BasePipeline.Release))] ";
    private const string Answers =
        "public partial ValueTask<Answer<Score1>> Score(Application application, CancellationToken cancellationToken);";
    private const string Watch =
        "[Pipeline(\"watch\")] public sealed partial class W { [Window] public TimeWindow Window { get; init; } [Stage] public int "
        + "One() => 1; ";

    private static RuleGroupTest Rules { get; } = new(1, 8);

    [Theory]
    [InlineData("public partial void Score(Application application, CancellationToken cancellationToken);")]
    [InlineData("public partial ValueTask<Answer<Score1>> Score<T>(Application application, CancellationToken cancellationToken);")]
    [InlineData(
        "public partial ValueTask<T> Score<T>(Application application, CancellationToken cancellationToken) where T : class, new();"
    )]
    [InlineData("public static partial ValueTask<Answer<Score1>> Score(Application application, CancellationToken cancellationToken);")]
    [InlineData("public partial Task<Answer<Score1>> Score(Application application, CancellationToken cancellationToken);")]
    [InlineData("public partial ValueTask<Answer<Score1>> Score(ref Application application, CancellationToken cancellationToken);")]
    [InlineData("public partial ValueTask<Answer<Score1>> Score(CancellationToken cancellationToken, Application application);")]
    [InlineData("public partial ValueTask<Answer<Score1>> Score(Application application);")]
    public async Task A_method_that_can_not_answer_is_reported(string method) =>
        Assert.Equal("MLP8004", await IdsAsync($"[Service(\"s\")] public sealed partial class S {{ {Predict}{method} }}"));

    [Theory]
    [InlineData("[Service(\"s\")] public sealed partial class S<T> {", "}")]
    [InlineData("public partial class Outer<T> where T : class { [Service(\"s\")] public sealed partial class S {", "} }")]
    [InlineData("[Service(\"s\"), Pipeline(\"s\")] public sealed partial class S { [Stage] public int One() => 1;", "}")]
    [InlineData("[Service(\"s\")] public abstract partial class S {", "}")]
    [InlineData("[Service(\"S s\")] public sealed partial class S {", "}")]
    [InlineData("public sealed partial class S {", "}")]
    public async Task A_class_that_can_be_no_service_is_reported(string before, string after) =>
        Assert.Equal("MLP8004", await IdsAsync($"{before} {Predict}{Answers} {after}"));

    [Fact]
    public async Task A_method_that_is_asynchronous_is_one_like_any_other() =>
        Assert.Equal(
            "",
            await IdsAsync(
                $"[Service(\"s\")] public sealed partial class S {{ "
                    + $"{Predict}{Answers.Replace("partial", "async partial", StringComparison.Ordinal)} }}"
            )
        );

    [Theory]
    [InlineData(
        "[Served(typeof(BaseService), nameof(BaseService.Score))] public partial Served<Application, Score1> T(int one);",
        "MLP1058"
    )]
    [InlineData("[FromPublished(typeof(BasePipeline), nameof(BasePipeline.Mean))] public partial double T(int one);", "MLP1058")]
    [InlineData("[Served(null!, null!)] public partial Served<Application, Score1> T();", "MLP8013")]
    [InlineData("[FromPublished(null!, null!)] public partial double T();", "MLP8014")]
    [InlineData("[Served(typeof(BaseService), \"Scor\")] public partial Served<Application, Score1> T();", "MLP8013")]
    [InlineData("[Served(typeof(BaseService), \"Score\")] public partial Served<Application, Score1> T<U>();", "MLP1011")]
    [InlineData("[Served(typeof(BaseService), \"Score\")] public partial int T();", "MLP8013")]
    [InlineData("[FromPublished(typeof(BasePipeline), \"Meen\")] public partial double T();", "MLP8014")]
    [InlineData("[FromPublished(typeof(string), \"Mean\")] public partial double T();", "MLP8014")]
    public async Task A_source_that_brings_nothing_is_reported(string source, string id) =>
        Assert.Contains(id, await IdsAsync($"{Watch}{source} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("public partial class X { ", " }")]
    [InlineData(
        "public partial class Outer<T> { [Pipeline(\"inner\")] public sealed partial class X { [Stage] public int One() => 1; ",
        "} }"
    )]
    public async Task A_source_of_what_is_no_pipeline_is_reported(string before, string after) =>
        Assert.StartsWith(
            "MLP10",
            await IdsAsync(
                before
                    + """
                    [Served(typeof(BaseService), "Score")] public partial Served<Application, Score1> T();
                    [FromPublished(typeof(BasePipeline), "Mean")] public partial double U();
                    [Source("x")] public partial FileSet Z();
                    """
                    + after
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ColumnRole.Label | ColumnRole.Feature")]
    [InlineData("(ColumnRole)99")]
    [InlineData("(ColumnRole)(-1)")]
    public async Task Roles_that_there_are_not_are_no_reason_to_keep_the_label(string without) =>
        Assert.Contains(
            "MLP1087",
            await IdsAsync($"[RowView(typeof(Applicant), Without = {without})] public sealed partial record Whole;"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[Service(\"s\")] public sealed partial class S { [Predict(null!, \"Release\")] " + Answers + " }", "MLP8003")]
    [InlineData("[Service(\"s\")] public sealed partial class S { [Predict(typeof(BasePipeline), null!)] " + Answers + " }", "MLP8003")]
    [InlineData("[Service(null!)] public sealed partial class S { " + Predict + Answers + " }", "MLP8004")]
    [InlineData("[RowView(null!)] public sealed partial record V;", "MLP1087")]
    [InlineData("[Schedule(\"* * * * *\")] public class X { }", "MLP1010")]
    [InlineData(
        "[Pipeline(\"p\"), Schedule(\"* * * * *\")] public sealed partial class P { [Parameter] public required string A { get; init; } "
            + "[Stage] public int One() => 1; }",
        "MLP8010"
    )]
    public async Task What_can_never_work_is_reported(string declaration, string id) =>
        Assert.Contains(id, await IdsAsync(declaration), StringComparison.Ordinal);

    [Theory]
    [InlineData("0 0 31 2 *", "UTC")]
    [InlineData("0 0 31 2,FEB,4 *", "UTC")]
    [InlineData("*/15 * * *", "UTC")]
    [InlineData("61 * * * *", "UTC")]
    [InlineData("* * * * *", "Europe/Berln")]
    [InlineData("* * * * *", "europe/berlin")]
    [InlineData("* * * * *", "Berlin time")]
    [InlineData("* * * * *", "")]
    public async Task A_schedule_that_can_not_be_kept_is_reported(string cron, string zone) =>
        Assert.Equal(
            "MLP8010",
            await IdsAsync(
                $"[Pipeline(\"p\"), Schedule(\"{cron}\", TimeZone = \"{zone}\")] public sealed partial class P {{ [Stage] public int One() "
                    + $"=> 1; }}"
            )
        );

    [Theory]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 31 2,3 *")]
    [InlineData("0 0 L 2 *")]
    [InlineData("0 0 30-31 FEB-MAR *")]
    [InlineData("0 0 */31 2 *")]
    public async Task A_day_that_some_month_has_is_not_reported(string cron) =>
        Assert.Equal(
            "",
            await IdsAsync($"[Pipeline(\"p\"), Schedule(\"{cron}\")] public sealed partial class P {{ [Stage] public int One() => 1; }}")
        );

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/ComodRivadavia")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Antarctica/Somewhere_New")]
    public async Task A_time_zone_that_is_known_or_may_be_new_is_not_reported(string zone) =>
        Assert.Equal(
            "",
            await IdsAsync(
                $"[Pipeline(\"p\"), Schedule(\"* * * * *\", TimeZone = \"{zone}\")] public sealed partial class P {{ [Stage] public int "
                    + $"One() => 1; }}"
            )
        );

    private static async Task<string> IdsAsync(string declaration) =>
        string.Join(
            ' ',
            (await TwoProjects.ReportAsync(Rules.Project(Base + declaration)))
                .Select(static text => text[..7])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
