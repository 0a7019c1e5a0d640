namespace Mlops.Dsl.Tests.Datasets;

public sealed class SplitByTimeTests
{
    [Fact]
    public void The_youngest_rows_test()
    {
        var rows = UnitTestDatasets.Validated(3, 9, 1, 7, 5, 2, 8, 4, 6, 10);
        var (train, test) = rows.SplitByTime(0.7, static row => row);
        Assert.Equal([3, 1, 7, 5, 2, 4, 6], train);
        Assert.Equal([9, 8, 10], test);
    }

    [Fact]
    public void Three_ways_follow_each_other()
    {
        var (train, validation, test) = UnitTestDatasets
            .Validated(Enumerable.Range(0, 100).Reverse())
            .SplitByTime(0.6, 0.2, static row => row);
        Assert.Equal((60, 20, 20), (train.Count, validation.Count, test.Count));
        Assert.True(train.Max() < validation.Min() && validation.Max() < test.Min());
    }

    [Fact]
    public void Rows_of_one_time_stay_together_and_every_set_has_some()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var rows = UnitTestDatasets.Validated(Enumerable.Range(0, random.Next(10, 60)).Select(row => (Row: row, Day: random.Next(8))));
            if (rows.Select(static row => row.Day).Distinct().Count() < 3)
            {
                continue;
            }

            var (train, validation, test) = rows.SplitByTime(random.NextDouble() * 0.9 + 0.05, 0.04, static row => row.Day);
            Assert.Equal(rows, train.Concat(validation).Concat(test).OrderBy(static row => row.Row));
            Assert.True(
                train.Max(static row => row.Day) < validation.Min(static row => row.Day)
                    && validation.Max(static row => row.Day) < test.Min(static row => row.Day)
            );
        }
    }

    [Fact]
    public void The_cut_is_made_at_the_nearest_change_of_time()
    {
        var rows = UnitTestDatasets.Validated(1, 1, 1, 1, 1, 1, 2, 2, 3, 3);
        Assert.Equal(6, rows.SplitByTime(0.5, static row => row).Train.Count);
        Assert.Equal(8, rows.SplitByTime(0.8, static row => row).Train.Count);
    }

    [Fact]
    public void Rows_of_one_time_cannot_be_split()
    {
        var error = Assert.Throws<ArgumentException>(static () => UnitTestDatasets.Validated(1, 2, 3).SplitByTime(0.5, static _ => 0));
        Assert.Equal("The rows have 1 time, which can't be split into 2 sets.", error.Message);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_share_that_leaves_a_set_empty_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitTestDatasets.Validated(1, 2, 3).SplitByTime(share, static row => row));
}
