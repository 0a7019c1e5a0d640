using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Wiring;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class MakeSetsFixTests
{
    private const string House =
        "[Row] public sealed partial record House([property: Feature] double Area, [property: Label] double Price);\n";

    [Theory]
    [InlineData("Older", "Newer", "train", "test", "train", "test")]
    [InlineData("First", "Second", "train", "test", "train", "test")]
    [InlineData("Older", "Newer", "older", "newer", "[From(\"Train\")] older", "[From(\"Test\")] newer")]
    [InlineData("Older", "Newer", "rows", "newer", "rows", "[From(\"Test\")] newer")]
    public async Task The_sets_are_made_of_the_only_validated_rows(
        string first,
        string second,
        string train,
        string test,
        string boundTrain,
        string boundTest
    )
    {
        var (one, other) = (char.ToLowerInvariant(first[0]) + first[1..], char.ToLowerInvariant(second[0]) + second[1..]);
        await Verify(
            Reading(first, second) + Consumers(train, test, train, test),
            Reading(first, second) + Holding("Train", "Test", one, other) + Consumers(boundTrain, boundTest, train, test)
        );
    }

    [Fact]
    public async Task Names_tell_which_is_which() =>
        await Verify(
            Reading("TestRows", "Learning") + Consumers("train", "test", "train", "test"),
            Reading("TestRows", "Learning")
                .Replace(
                    "Validated<House> TestRows() => Read().Validate();",
                    "Validated<House> TestRows() => Read().Validate();\n" + Holding("Train", "Test", "learning", "testRows").TrimEnd(),
                    StringComparison.Ordinal
                ) + Consumers("train", "test", "train", "test")
        );

    [Fact]
    public async Task Rows_that_have_the_names_of_sets_keep_them() =>
        await Verify(
            Reading("Train", "Test") + Consumers("train", "test", "train", "test"),
            Reading("Train", "Test")
                + Holding("TrainRows", "TestRows", "train", "test")
                + Consumers("[From(\"TrainRows\")] train", "[From(\"TestRows\")] test", "train", "test")
        );

    [Fact]
    public async Task Nothing_is_offered_where_rows_are_validated_once() =>
        Assert.Empty(
            await RuleTest.TitlesAsync<MakeSetsFix>(
                House
                    + RuleTest.Pipeline(
                        """
                        [Stage]
                        public Validated<House> Rows() => throw new NotSupportedException();

                        [Stage]
                        public double Fit(TrainSet<House> {|MLP1031:train|}) => train.Average(house => house.Price);
                        """
                    )
            )
        );

    private static string Reading(string first, string second) =>
        $"""
            private static Raw<House> Read() => new([new House(1, 1)]);

            [Stage]
            public Validated<House> {first}() => Read().Validate();

            [Stage]
            public Validated<House> {second}() => Read().Validate();

            """;

    private static string Holding(string train, string test, string one, string other) =>
        $"""

            [Stage]
            public (TrainSet<House> {train}, TestSet<House> {test}) HoldOut(Validated<House> {one}, Validated<House> {other}) =>
                {one}.HoldOut({other});

            """;

    private static string Consumers(string train, string test, string trainName, string testName) =>
        $"""

            [Stage]
            public double Fit({Typed("TrainSet", train)}) => {trainName}.Average(house => house.Price);

            [Stage]
            public double Error(double fit, {Typed("TestSet", test)}) => {testName}.Average(house => house.Price - fit);
            """;

    private static string Typed(string set, string parameter) =>
        parameter.LastIndexOf(' ') is var space and >= 0
            ? $"{parameter[..space]} {set}<House> {parameter[(space + 1)..]}"
            : $"{set}<House> {parameter}";

    private static Task Verify(string before, string after) =>
        RuleTest.VerifyFixAsync<MakeSetsFix>(House + RuleTest.Pipeline(before), House + RuleTest.Pipeline(after));
}
