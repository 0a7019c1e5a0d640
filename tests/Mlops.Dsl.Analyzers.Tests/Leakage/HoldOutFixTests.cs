using Mlops.Dsl.CodeFixes.Leakage;

namespace Mlops.Dsl.Analyzers.Tests.Leakage;

public class HoldOutFixTests
{
    private const string Reading = """
        [Source("train.csv")]
        public partial FileArtifact TrainFile();

        [Source("test.csv")]
        public partial FileArtifact TestFile();

        [Stage]
        public Validated<House> Older(FileArtifact trainFile) => new Raw<House>(trainFile.ReadLines().Select(line => new House(line.Length, "", 1))).Validate();

        [Stage]
        public Validated<House> Newer(FileArtifact testFile) => new Raw<House>(testFile.ReadLines().Select(line => new House(line.Length, "", 1))).Validate();

        """;

    private const string Holding = """

        [Stage]
        public (TrainSet<House> Train, TestSet<House> Test) HoldOut(Validated<House> older, Validated<House> newer) =>
            older.HoldOut(newer);

        """;

    [Fact]
    public async Task A_stage_holds_the_sets_apart_and_the_others_take_them() =>
        await LeakageTest.VerifyFixAsync<HoldOutFix>(
            Reading
                + """

                [Stage]
                public Line Fit(Validated<House> older) => Trainer.Fit(older);

                [Stage]
                public double Error(Line fit, Validated<House> {|MLP2010:newer|}) => Trainer.Error(fit, newer);
                """,
            Reading
                + Holding
                + """

                [Stage]
                public Line Fit(TrainSet<House> train) => Trainer.Fit(train);

                [Stage]
                public double Error(Line fit, TestSet<House> test) => Trainer.Error(fit, test);
                """
        );

    [Fact]
    public async Task All_stages_that_measure_take_the_test_set_and_both_sides_are_told_apart() =>
        await LeakageTest.VerifyFixAsync<HoldOutFix>(
            Reading
                + """

                [Stage]
                public Line Train(IReadOnlyList<House> older) => Trainer.Fit(older);

                [Stage]
                public double Error(Line train, Validated<House> {|MLP2010:newer|}) => Trainer.Error(train, newer);

                [Stage]
                public (double Fitted, double Tested) Errors(Line train, Validated<House> older, Validated<House> newer) =>
                    (Trainer.Error(train, older), Trainer.Error(train, newer));
                """,
            Reading
                + Holding.Replace(" Train,", " TrainRows,", StringComparison.Ordinal)
                + """

                [Stage]
                public Line Train(IReadOnlyList<House> trainRows) => Trainer.Fit(trainRows);

                [Stage]
                public double Error(Line train, TestSet<House> test) => Trainer.Error(train, test);

                [Stage]
                public (double Fitted, double Tested) Errors(Line train, [From("TrainRows")] TrainSet<House> older, [From("Test")] TestSet<House> newer) =>
                    (Trainer.Error(train, older), Trainer.Error(train, newer));
                """
        );

    [Theory]
    [InlineData("[property: Group] string Patient, DateTime Day", "HoldOutByGroup(newer, groupBy: row => row.Patient)")]
    [InlineData("string Patient, [property: Time] DateTime Day", "HoldOutByTime(newer, timeOf: row => row.Day)")]
    public async Task Rows_of_a_group_or_a_time_are_held_apart_by_it(string columns, string call)
    {
        var types = $"[Row] public sealed partial record Visit({columns}, [property: Label] double Days);";
        const string Visits = """
            [Source("train.csv")]
            public partial FileArtifact TrainFile();

            [Source("test.csv")]
            public partial FileArtifact TestFile();

            [Stage]
            public Validated<Visit> Older(FileArtifact trainFile) => new Raw<Visit>(trainFile.ReadLines().Select(line => new Visit(line, default, 1))).Validate();

            [Stage]
            public Validated<Visit> Newer(FileArtifact testFile) => new Raw<Visit>(testFile.ReadLines().Select(line => new Visit(line, default, 1))).Validate();

            """;
        await LeakageTest.VerifyFixAsync<HoldOutFix>(
            Visits
                + """

                [Stage]
                public Line Fit(Validated<Visit> older) => new(0, older.Average(visit => visit.Days));

                [Stage]
                public double Error(Line fit, Validated<Visit> {|MLP2010:newer|}) => newer.Average(visit => Math.Abs(visit.Days - fit.Offset));
                """,
            Visits
                + $$"""

                [Stage]
                public (TrainSet<Visit> Train, TestSet<Visit> Test) HoldOut(Validated<Visit> older, Validated<Visit> newer) =>
                    older.{{call}};


                [Stage]
                public Line Fit(TrainSet<Visit> train) => new(0, train.Average(visit => visit.Days));

                [Stage]
                public double Error(Line fit, TestSet<Visit> test) => test.Average(visit => Math.Abs(visit.Days - fit.Offset));
                """.Replace("\n\n\n", "\n\n", StringComparison.Ordinal),
            types
        );
    }

    [Fact]
    public async Task Nothing_is_offered_where_a_helper_wants_validated_rows() =>
        Assert.Empty(
            await LeakageTest.TitlesAsync<HoldOutFix>(
                Reading
                    + """

                    [Stage]
                    public Line Fit(Validated<House> older) => Helper(older);

                    private static Line Helper(Validated<House> rows) => Trainer.Fit(rows);

                    [Stage]
                    public double Error(Line fit, Validated<House> {|MLP2010:newer|}) => Trainer.Error(fit, newer);
                    """
            )
        );
}
