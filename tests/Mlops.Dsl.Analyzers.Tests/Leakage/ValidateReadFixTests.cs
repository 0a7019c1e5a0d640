using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class ValidateReadFixTests
{
    private const string Lines = "FileArtifact.FromPath(\"houses.csv\").ReadLines()";
    private const string Filled = $$"""
        [Stage]
        public Line #()
        {
            var houses = new List<House>();
            foreach (var line in {{Lines}})
            {
                houses.Add(new House(1, line, 1));
            }


        """;

    [Theory]
    [InlineData(
        "#.Select(line => new House(1, line, 1)).ToList()",
        "new Raw<House>(#.Select(line => new House(1, line, 1)).ToList()).Validate()"
    )]
    [InlineData(
        "new Raw<House>(#.Select(line => new House(1, line, 1)))",
        "new Raw<House>(#.Select(line => new House(1, line, 1))).Validate()"
    )]
    public async Task Rows_that_a_stage_reads_are_validated_where_they_are_read(string before, string after) =>
        await Verify(
            $"[Stage]\npublic Line #()\n{{\n    var houses = {before.Replace("#", Lines, StringComparison.Ordinal)};\n    return "
                + $"new(houses.Average(row => row.Area), 1);\n}}",
            $"[Stage]\npublic Line #()\n{{\n    var houses = {after.Replace("#", Lines, StringComparison.Ordinal)};\n    return "
                + $"new(houses.Average(row => row.Area), 1);\n}}"
        );

    [Fact]
    public async Task A_declared_list_stays_one() =>
        await Verify(
            $"[Stage]\npublic Line #()\n{{\n    List<House> houses = {Lines}.Select(line => new House(1, line, 1)).ToList();\n    return "
                + $"new(houses.Average(row => row.Area), houses.FindIndex(row => row.Area > 1));\n}}",
            $"[Stage]\npublic Line #()\n{{\n    List<House> houses = new Raw<House>({Lines}.Select(line => new House(1, line, "
                + $"1)).ToList()).Validate().ToList();\n    return new(houses.Average(row => row.Area), houses.FindIndex(row => row.Area > "
                + $"1));\n}}"
        );

    [Fact]
    public async Task A_list_that_a_loop_fills_is_validated_after_it() =>
        await Verify(
            Filled + "    return new(houses.Average(row => row.Area), 1);\n}",
            Filled + "    return new(new Raw<House>(houses).Validate().Average(row => row.Area), 1);\n}"
        );

    [Fact]
    public async Task What_uses_a_filled_list_twice_takes_a_new_variable() =>
        await Verify(
            Filled + "    return new(houses.Average(row => row.Area), houses.Average(row => row.Price));\n}",
            Filled.TrimEnd()
                + "\n\n    var validatedHouses = new Raw<House>(houses).Validate();\n\n    return new(validatedHouses.Average(row => "
                + "row.Area), validatedHouses.Average(row => row.Price));\n}"
        );

    [Fact]
    public async Task Nothing_is_offered_where_rows_are_made_twice() =>
        Assert.Empty(
            await LeakageTest.TitlesAsync<ValidateReadFix>(
                $"[Stage]\npublic Line {{|MLP2001:FitLine|}}() => new({Lines}.Select(line => new House(1, line, 1)).Average(row => "
                    + $"row.Area), {Lines}.Select(line => new House(2, line, 1)).Count());"
            )
        );

    private static Task Verify(string before, string after) =>
        LeakageTest.VerifyFixAsync<ValidateReadFix>(
            before.Replace("#", "{|MLP2001:FitLine|}", StringComparison.Ordinal),
            after.Replace("#", "FitLine", StringComparison.Ordinal)
        );
}
