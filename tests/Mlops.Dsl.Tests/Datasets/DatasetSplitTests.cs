using Mlops.Dsl.Serialization;
using Mlops.Dsl.Tests.Serialization;

namespace Mlops.Dsl.Tests.Datasets;

public sealed class DatasetSplitTests
{
    [Fact]
    public void Every_row_lands_on_exactly_one_side_in_the_asked_share()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var rows = Rows(random.Next(2, 200));
            var share = (random.NextDouble() * 0.98) + 0.01;
            var (train, test) = rows.Split(share, seed);
            Assert.Equal(rows, train.Concat(test).Order());
            Assert.Equal(Math.Clamp((int)Math.Round(rows.Count * share, MidpointRounding.AwayFromZero), 1, rows.Count - 1), train.Count);
            Assert.Equal(train.Order(), train);
            Assert.Equal(test.Order(), test);
        }
    }

    [Fact]
    public void A_split_depends_on_the_seed_and_on_nothing_else()
    {
        var rows = Rows(100);
        Assert.Equal(rows.Split(0.8, 42).Test, rows.Split(0.8, 42).Test);
        Assert.NotEqual(rows.Split(0.8, 42).Test, rows.Split(0.8, 43).Test);

        // Computed apart, from the published algorithms, and written down, because a split that changes with a version of the library would
        // change results unseen.
        Assert.Equal([1, 3], Rows(10).Split(0.8, 42).Test);
        Assert.Equal([1, 2, 9], Rows(10).Split(0.7, 7, stratifyBy: static row => row % 3).Test);
    }

    [Fact]
    public void Every_row_has_the_same_chance_to_be_tested_on()
    {
        var tested = new int[10];
        for (var seed = 0; seed < 10_000; seed++)
        {
            foreach (var row in Rows(10).Split(0.7, seed).Test)
            {
                tested[row]++;
            }
        }

        // 3,000 expected, with a standard deviation of 46.
        Assert.All(tested, static count => Assert.InRange(count, 2700, 3300));
    }

    [Fact]
    public void Every_stratum_is_on_both_sides_in_a_like_share()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var rows = UnitTestDatasets.Validated(Enumerable.Range(0, 500).Select(row => (row, random.Next(random.Next(1, 40)))));
            var (train, test) = rows.Split(0.8, seed, stratifyBy: static row => row.Item2);
            Assert.Equal(rows, train.Concat(test).OrderBy(static row => row.row));
            Assert.InRange(train.Count, 380, 420);
            foreach (var stratum in rows.GroupBy(static row => row.Item2))
            {
                var trained = train.Count(row => row.Item2 == stratum.Key);
                var size = stratum.Count();
                Assert.InRange(trained, Math.Max(1, Math.Floor(size * 0.8)), Math.Max(1, Math.Ceiling(size * 0.8)));
                Assert.True(size == 1 || trained < size, $"stratum of {size} has {trained} in training");
            }
        }
    }

    [Fact]
    public void Null_is_a_stratum_like_any_other()
    {
        var (train, test) = Rows(4).Split(0.5, 1, stratifyBy: static row => row < 2 ? null : "x");
        Assert.Equal((1, 1), (train.Count(static row => row < 2), test.Count(static row => row < 2)));
    }

    [Fact]
    public void Three_ways_give_every_stratum_to_every_set()
    {
        var rows = Rows(60);
        var (train, validation, test) = rows.Split(0.6, 0.2, 5, stratifyBy: static row => row % 6);
        Assert.Equal((36, 12, 12), (train.Count, validation.Count, test.Count));
        Assert.Equal(rows, train.Concat(validation).Concat(test).Order());
        Assert.All(Enumerable.Range(0, 6), stratum => Assert.Equal(2, validation.Count(row => row % 6 == stratum)));
        var (a, b, c) = Rows(3).Split(0.9, 0.05, 1);
        Assert.Equal((1, 1, 1), (a.Count, b.Count, c.Count));
    }

    [Fact]
    public void A_group_is_never_torn_apart()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var rows = UnitTestDatasets.Validated(Enumerable.Range(0, 300).Select(row => (row, random.Next(5, 60))));
            var (train, validation, test) = rows.SplitByGroup(0.6, 0.2, seed, groupBy: static row => row.Item2);
            Assert.Equal(rows, train.Concat(validation).Concat(test).OrderBy(static row => row.row));
            Assert.Empty(
                train.Select(static row => row.Item2).Intersect(validation.Concat<(int, int)>(test).Select(static row => row.Item2))
            );
            Assert.Empty(validation.Select(static row => row.Item2).Intersect(test.Select(static row => row.Item2)));
            Assert.InRange(train.Count, 150, 210);
        }
    }

    [Fact]
    public void Few_groups_still_fill_every_set()
    {
        var rows = UnitTestDatasets.Validated(Enumerable.Range(0, 100).Select(static row => row < 98 ? 0 : row));
        var (train, validation, test) = rows.SplitByGroup(0.05, 0.05, 1, groupBy: static row => row);
        Assert.True(train.Count > 0 && validation.Count > 0 && test.Count > 0);
        Assert.Throws<ArgumentException>(() => rows.SplitByGroup(0.5, 1, groupBy: static _ => 0));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_share_that_leaves_a_side_empty_is_refused(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(10).Split(share, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(10).Split(0.5, share, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(10).Split(0.5, 0.5, 1));
    }

    [Fact]
    public void Too_few_rows_are_an_error_that_says_so()
    {
        Assert.Contains(
            "0 rows can't be split into 2 sets",
            Assert.Throws<ArgumentException>(() => Rows(0).Split(0.5, 1)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 row can't be split into 2 sets",
            Assert.Throws<ArgumentException>(() => Rows(1).Split(0.5, 1, stratifyBy: static row => row)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No row is left for the test set",
            Assert.Throws<ArgumentException>(() => Rows(5).Split(0.5, 1, stratifyBy: static row => row)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Folds_validate_on_every_row_once()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var rows = Rows(10 + seed);
            var folds = rows.Folds(5, seed, stratifyBy: static row => row % 3);
            Assert.Equal(rows, folds.SelectMany(static fold => fold.Validation).Order());
            Assert.All(
                folds,
                fold =>
                {
                    Assert.Equal(rows, fold.Train.Concat(fold.Validation).Order());
                    Assert.InRange(fold.Validation.Count, rows.Count / 5, (rows.Count + 4) / 5);
                }
            );
        }
    }

    [Fact]
    public void Folds_keep_groups_together_and_sizes_alike()
    {
        var rows = Rows(90);
        var folds = rows.FoldsByGroup(3, 1, groupBy: static row => row / 10);
        Assert.Equal([30, 30, 30], folds.Select(static fold => fold.Validation.Count));
        Assert.All(
            folds,
            static fold => Assert.Empty(fold.Train.Select(static row => row / 10).Intersect(fold.Validation.Select(static row => row / 10)))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.FoldsByGroup(3, 1, groupBy: static row => row % 2));
    }

    [Fact]
    public void Folds_need_rows()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(3).Folds(4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(3).Folds(1, 1));
    }

    [Fact]
    public void A_fold_is_read_back()
    {
        var fold = Rows(10).Folds(2, 1)[0];
        var back = Encoded.RoundTrip(Codecs.Fold(Codecs.Int32), fold);
        Assert.Equal(fold.Train, back.Train);
        Assert.Equal(fold.Validation, back.Validation);
    }

    private static Validated<int> Rows(int count) => UnitTestDatasets.Validated(Enumerable.Range(0, count));
}
