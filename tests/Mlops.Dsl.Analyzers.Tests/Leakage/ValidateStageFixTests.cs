using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Leakage;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class ValidateStageFixTests
{
    private const string Reading = """
        [Source("houses.csv")]
        public partial FileArtifact Houses();

        /// <summary>Reads the rows.</summary>
        [Stage]
        public Raw<House> Parse(FileArtifact houses) =>
            new(houses.ReadLines().Select(line => new House(double.Parse(line), "", 1)));

        """;

    private const string Validating = """

        [Stage]
        public Validated<House> ValidateParse(Raw<House> parse) => parse.Validate();

        """;

    [Theory]
    [InlineData("Raw<House> {|MLP2001:parse|}", "[From(nameof(ValidateParse))] Validated<House> parse")]
    [InlineData("Mlops.Dsl.Raw<House> {|MLP2001:parse|}", "[From(nameof(ValidateParse))] Mlops.Dsl.Validated<House> parse")]
    [InlineData("[From(nameof(Parse))] Raw<House> {|MLP2001:rows|}", "[From(nameof(ValidateParse))] Validated<House> rows")]
    [InlineData("[From(\"parse\")] /* all */ Raw<House> {|MLP2001:rows|}", "[From(nameof(ValidateParse))] /* all */ Validated<House> rows")]
    [InlineData("Raw<House> {|MLP2001:rows|}", "[From(nameof(ValidateParse))] Validated<House> rows")]
    [InlineData("IReadOnlyList<House> {|MLP2001:parse|}", "[From(nameof(ValidateParse))] IReadOnlyList<House> parse")]
    [InlineData(
        "StageContext context, Dataset<House> {|MLP2001:parse|}",
        "StageContext context, [From(nameof(ValidateParse))] Dataset<House> parse"
    )]
    public async Task A_validating_stage_is_inserted_and_taken_from(string before, string after)
    {
        var body = $"new({after.Split(' ')[^1]}.Average(r => r.Area), 1);";
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            $"{Reading}\n[Stage]\npublic Line FitLine({before}) => {body}",
            $"{Reading}{Validating}\n[Stage]\npublic Line FitLine({after}) => {body}"
        );
    }

    [Fact]
    public async Task A_stage_that_validates_the_rows_already_is_taken_from() =>
        await LeakageTest.VerifyStagesFixAsync<ValidateStageFix>(
            "[Stage] public Line FitLine(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1);",
            "[Stage] public Line FitLine([From(nameof(Check))] Validated<House> parse) => new(parse.Average(r => r.Area), 1);",
            title: "Take what 'Check' validated"
        );

    [Fact]
    public async Task Several_consumers_share_one_stage() =>
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            Reading
                + """

                [Stage]
                public Line FitLine(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1);

                [Stage]
                public Line FitOther(Raw<House> {|MLP2001:parse|}) => new(parse.Max(r => r.Area), 1);

                [Gate]
                public GateResult Enough(Raw<House> parse) => GateResult.AtLeast(parse.Count, 100);
                """,
            Reading
                + Validating
                + """

                [Stage]
                public Line FitLine([From(nameof(ValidateParse))] Validated<House> parse) => new(parse.Average(r => r.Area), 1);

                [Stage]
                public Line FitOther([From(nameof(ValidateParse))] Validated<House> parse) => new(parse.Max(r => r.Area), 1);

                [Gate]
                public GateResult Enough(Raw<House> parse) => GateResult.AtLeast(parse.Count, 100);
                """
        );

    [Fact]
    public async Task Several_consumers_are_fixed_at_once_with_one_stage() =>
        await LeakageTest.VerifyFixAllAsync<ValidateStageFix>(
            Reading
                + """

                [Stage]
                public Line FitLine(Raw<House> {|MLP2001:parse|}) => new(parse.Average(r => r.Area), 1);

                [Stage]
                public Line FitOther(Raw<House> {|MLP2001:parse|}) => new(parse.Max(r => r.Area), 1);
                """,
            Reading
                + Validating
                + """

                [Stage]
                public Line FitLine([From(nameof(ValidateParse))] Validated<House> parse) => new(parse.Average(r => r.Area), 1);

                [Stage]
                public Line FitOther([From(nameof(ValidateParse))] Validated<House> parse) => new(parse.Max(r => r.Area), 1);
                """
        );

    [Theory]
    [InlineData("Trainer.Fit({|MLP2001:parse|})", "Trainer.Fit(parse)")]
    [InlineData("Trainer.Fit({|MLP2001:parse.Where(r => r.Area > 0).ToList()|})", "Trainer.Fit(parse.Where(r => r.Area > 0).ToList())")]
    [InlineData(
        "parse.Folds(5, 1).Select(fold => Trainer.Fit({|MLP2001:fold.Train|})).First()",
        "parse.Folds(5, 1).Select(fold => Trainer.Fit(fold.Train)).First()"
    )]
    public async Task What_a_stage_fits_to_its_input_is_validated_before_it(string before, string after) =>
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            $"{Reading}\n[Stage]\npublic Line Make(Raw<House> parse) => {before};",
            $"{Reading}{Validating}\n[Stage]\npublic Line Make([From(nameof(ValidateParse))] Validated<House> parse) => {after};"
        );

    [Fact]
    public async Task Rows_of_other_collections_are_read_as_they_are() =>
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            """
            [Source]
            public House[] Read() => [];

            [Stage]
            public Line FitLine(IEnumerable<House> {|MLP2001:read|}) => new(read.Average(r => r.Area), 1);
            """,
            """
            [Source]
            public House[] Read() => [];

            [Stage]
            public Validated<House> ValidateRead(House[] read) => new Raw<House>(read).Validate();

            [Stage]
            public Line FitLine([From(nameof(ValidateRead))] IEnumerable<House> read) => new(read.Average(r => r.Area), 1);
            """
        );

    [Fact]
    public async Task Data_that_are_no_rows_get_a_stage_to_complete() =>
        await LeakageTest.VerifyStagesFixAsync<ValidateStageFix>(
            """
            [Source]
            public double[] Weights() => [1];

            [Stage]
            public Line FitLine(TrainSet<House> train, double[] {|MLP2001:weights|}) => new(train.Average(r => r.Area), weights[0]);
            """,
            """
            [Source]
            public double[] Weights() => [1];

            [Stage, Validator]
            public double[] ValidateWeights(double[] weights) =>
                throw new NotImplementedException("ValidateWeights checks nothing yet: say what must hold, and return what does.");

            [Stage]
            public Line FitLine(TrainSet<House> train, [From(nameof(ValidateWeights))] double[] weights) => new(train.Average(r => r.Area), weights[0]);
            """,
            title: "Insert a validating stage to complete"
        );

    [Fact]
    public async Task A_publication_of_rows_says_that_they_are_validated() =>
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            $"{Reading}\n[Publish(\"rows\")]\npublic Raw<House> Release(Raw<House> {{|MLP2001:parse|}}) => parse;",
            $"{Reading}{Validating}\n[Publish(\"rows\")]\npublic Validated<House> Release([From(nameof(ValidateParse))] Validated<House> "
                + $"parse) => parse;"
        );

    [Fact]
    public async Task A_name_that_is_taken_is_not_used() =>
        await LeakageTest.VerifyFixAsync<ValidateStageFix>(
            $"{Reading}\n[Stage]\npublic Line FitLine(Raw<House> {{|MLP2001:parse|}}) => new(parse.Average(r => r.Area), 1);\n\nprivate "
                + $"static int validateParse() => 1;",
            $"{Reading}{Validating.Replace("ValidateParse", "ValidateParse2", StringComparison.Ordinal)}\n[Stage]\npublic Line "
                + $"FitLine([From(nameof(ValidateParse2))] Validated<House> parse) => new(parse.Average(r => r.Area), 1);\n\nprivate "
                + $"static int validateParse() => 1;"
        );

    [Fact]
    public async Task The_stage_goes_where_the_rows_are_made_though_that_is_another_file()
    {
        const string Consumer =
            "public sealed partial class TestPipeline\n{\n    [Stage]\n    public Line FitLine({0}) => new(parse.Average(r => r.Area), "
            + "2);\n}\n";
        var rows = RuleTest.Pipeline(Reading.TrimEnd());
        var types =
            "[Row]\npublic sealed partial record House(double Area, string City, [property: Label] double Price);\npublic sealed record "
            + "Line(double Slope, double Offset);";
        var fixedProject = await CodeFixVerifier.VerifyAsync(
            LeakageTest.Rules.Project(Consumer.Replace("{0}", "Raw<House> {|MLP2001:parse|}", StringComparison.Ordinal), rows, types),
            new ValidateStageFix(),
            Consumer.Replace("{0}", "[From(nameof(ValidateParse))] Validated<House> parse", StringComparison.Ordinal),
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(
            RuleTest.Pipeline((Reading + Validating).TrimEnd()),
            fixedProject.Sources.Single(s => s.Path == "Test1.cs").Content.Text
        );
    }

    [Theory]
    [InlineData(
        "[Stage] public Line FitLine(Raw<House> {|MLP2001:parse|}) { Raw<House> rows = parse; return new(rows.Average(r => r.Area), 1); }"
    )]
    [InlineData(
        "[Stage] public Line FitLine(FileArtifact houses) => Trainer.Fit({|MLP2001:Read(houses)|}); private static IEnumerable<House> "
            + "Read(FileArtifact file) => file.ReadLines().Select(line => new House(1, line, 1));"
    )]
    [InlineData("[Stage, ForEach(nameof(Parse))] public double FitEach(House {|MLP2001:row|}) => row.Area;")]
    public async Task Nothing_is_offered_that_would_not_compile(string members) =>
        Assert.Empty(await LeakageTest.StagesTitlesAsync<ValidateStageFix>(members));

    [Fact]
    public async Task A_stage_marked_as_a_validator_validates() =>
        await LeakageTest.VerifyStagesAsync(
            "[Source] public double[] Weights() => [1]; [Stage, Validator] public double[] Known(double[] weights) => weights.Length == 1 "
                + "? weights : throw new InvalidDataException(); [Stage] public Line FitLine(TrainSet<House> train, double[] known) => "
                + "new(train.Average(r => r.Area), known[0]);"
        );
}
