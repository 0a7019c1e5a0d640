using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class ValidateHereFixTests
{
    private const string Reader =
        "\n\nprivate static IEnumerable<House> Read(FileArtifact file) => file.ReadLines().Select(line => new House(1, line, 1));";

    [Theory]
    [InlineData(
        "Line Make(FileArtifact houses) => Trainer.Fit({|MLP2001:Read(houses)|});",
        "Line Make(FileArtifact houses) => Trainer.Fit(new Raw<House>(Read(houses)).Validate());"
    )]
    [InlineData(
        "Line Make(FileArtifact houses) => Trainer.Fit({|MLP2001:new Raw<House>(Read(houses))|});",
        "Line Make(FileArtifact houses) => Trainer.Fit(new Raw<House>(Read(houses)).Validate());"
    )]
    [InlineData(
        "Line Make(Raw<House> parse) => Trainer.Fit(/* rows */ {|MLP2001:parse|});",
        "Line Make(Raw<House> parse) => Trainer.Fit(/* rows */ parse.Validate());"
    )]
    [InlineData(
        "Line Make(Raw<House> parse) => Trainer.Fit({|MLP2001:parse ?? parse|});",
        "Line Make(Raw<House> parse) => Trainer.Fit((parse ?? parse).Validate());"
    )]
    [InlineData(
        "Line Make(Validated<House> check) => Trainer.Fit({|MLP2001:check.Report.Rejects.Select(r => r.Row)|});",
        "Line Make(Validated<House> check) => Trainer.Fit(new Raw<House>(check.Report.Rejects.Select(r => r.Row)).Validate());"
    )]
    public async Task Rows_are_validated_where_they_are_used(string before, string after) =>
        await LeakageTest.VerifyStagesFixAsync<ValidateHereFix>($"[Stage]\npublic {before}{Reader}", $"[Stage]\npublic {after}{Reader}");

    [Theory]
    [InlineData("List<House>", "Read(houses).ToList()", "new Raw<House>(Read(houses).ToList()).Validate().ToList()")]
    [InlineData("House[]", "Read(houses).ToArray()", "new Raw<House>(Read(houses).ToArray()).Validate().ToArray()")]
    [InlineData("IReadOnlyList<House>", "Read(houses).ToList()", "new Raw<House>(Read(houses).ToList()).Validate()")]
    public async Task A_list_stays_one(string type, string before, string after)
    {
        var helper = $"\n\nprivate static Line FitAll({type} rows) => new(rows.Average(row => row.Area), 1);{Reader}";
        await LeakageTest.VerifyStagesFixAsync<ValidateHereFix>(
            $"[Stage]\npublic Line Make(FileArtifact houses) => FitAll({{|MLP2001:{before}|}});{helper}",
            $"[Stage]\npublic Line Make(FileArtifact houses) => FitAll({after});{helper}"
        );
    }

    [Theory]
    [InlineData("UnitTestDatasets.Validated(parse)", "new Raw<House>(parse).Validate()")]
    [InlineData(
        "UnitTestDatasets.Validated<House>(parse.Where(r => r.Area > 0))",
        "new Raw<House>(parse.Where(r => r.Area > 0)).Validate()"
    )]
    [InlineData("UnitTestDatasets.Validated(parse[0], parse[1])", "new Raw<House>([parse[0], parse[1]]).Validate()")]
    [InlineData("UnitTestDatasets.Validated(parse[0])", "new Raw<House>([parse[0]]).Validate()")]
    [InlineData("UnitTestDatasets.Validated<House>([parse[0]])", "new Raw<House>([parse[0]]).Validate()")]
    public async Task Rows_that_pass_for_validated_are_validated(string before, string after) =>
        await LeakageTest.VerifyStagesFixAsync<ValidateHereFix>(
            $"[Stage]\npublic Validated<House> Launder(Raw<House> parse) => {{|MLP2002:{before}|}};",
            $"[Stage]\npublic Validated<House> Launder(Raw<House> parse) => {after};"
        );

    [Theory]
    [InlineData("[Stage] public TrainSet<House> Launder(Raw<House> parse) => {|MLP2002:UnitTestDatasets.TrainSet<House>(parse)|};")]
    [InlineData(
        "[Stage] public Line Make(FileArtifact houses) => FitAll({|MLP2001:houses.ReadLines().Select(line => new House(1, line, "
            + "1)).ToHashSet()|}); private static Line FitAll(HashSet<House> rows) => Trainer.Fit(rows);"
    )]
    public async Task Nothing_is_offered_where_only_a_person_knows(string members) =>
        Assert.Empty(await LeakageTest.StagesTitlesAsync<ValidateHereFix>(members));
}
