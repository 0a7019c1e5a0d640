namespace Mlops.Dsl.Data.Tests.Splitting;

public sealed class DatasetHoldOutTests
{
    [Fact]
    public void The_sets_are_the_files_rows_in_their_order()
    {
        var (train, test) = Rows(3, 1, 2).HoldOut(Rows(5, 4));
        Assert.Equal([3, 1, 2], train.Select(static row => row.Number));
        Assert.Equal([5, 4], test.Select(static row => row.Number));

        var three = Rows(3, 1).HoldOut(Rows(2), Rows(5, 4));
        Assert.Equal([3, 1], three.Train.Select(static row => row.Number));
        Assert.Equal([2], three.Validation.Select(static row => row.Number));
        Assert.Equal([5, 4], three.Test.Select(static row => row.Number));
    }

    [Theory]
    [InlineData("1,2", "3", "2,4", "row 1 is the same with row 0 of the test set")]
    [InlineData("1,2", "1", "3", "row 0 is the same with row 0 of the validation set")]
    [InlineData("1", "2,3", "4,3", "row 1 is the same with row 1 of the test set")]
    public void A_row_in_any_two_of_the_sets_is_refused(string train, string validation, string test, string expected)
    {
        var error = Assert.Throws<HoldOutException>(() => Rows(Numbers(train)).HoldOut(Rows(Numbers(validation)), Rows(Numbers(test))));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_counts_rows_shows_three_and_tells_the_way_out()
    {
        var error = Assert.Throws<HoldOutException>(() => Rows(9, 1, 2, 3, 4).HoldOut(Rows(4, 3, 2, 1)));
        Assert.Equal(
            "4 rows of the training set are also on another side: row 1 is the same with row 3 of the test set, row 2 is the same with row "
                + "2 of the test set, row 3 is the same with row 1 of the test set, …. Take them out of one of the files, or say shared: "
                + "SharedRows.KeepInLast to leave them out of the training set.",
            error.Message
        );
    }

    [Fact]
    public void Shared_rows_stay_in_the_set_that_is_measured_on_last()
    {
        var (train, validation, test) = Rows(1, 2, 3, 4).HoldOut(Rows(2, 3, 5), Rows(3, 6, 3), SharedRows.KeepInLast);
        Assert.Equal([1, 4], train.Select(static row => row.Number));
        Assert.Equal([2, 5], validation.Select(static row => row.Number));
        Assert.Equal([3, 6, 3], test.Select(static row => row.Number));
    }

    [Fact]
    public void A_set_that_is_left_without_rows_is_refused()
    {
        Assert.Contains(
            "training set",
            Assert.Throws<ArgumentException>(() => Rows(1).HoldOut(Rows(1, 2), SharedRows.KeepInLast)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "test set has no rows",
            Assert.Throws<ArgumentException>(() => Rows(1).HoldOut(Rows())).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows(1).HoldOut(Rows(2), (SharedRows)7));
    }

    [Fact]
    public void Rows_with_a_key_are_the_same_where_it_is_and_without_one_where_all_columns_are()
    {
        Assert.Throws<HoldOutException>(() => Keyed((1, "a")).HoldOut(Keyed((1, "b"))));
        Assert.Single(Keyed((1, "a")).HoldOut(Keyed((2, "a"))).Train);

        Assert.Throws<HoldOutException>(() => Rows(1).HoldOut(Rows(1)));
        Assert.Single(UnitTestDatasets.Validated(new HeldRow(1, [1, 2])).HoldOut(UnitTestDatasets.Validated(new HeldRow(1, [1, 3]))).Train);
        Assert.Throws<HoldOutException>(() =>
            UnitTestDatasets.Validated(new HeldRow(1, [1, 2])).HoldOut(UnitTestDatasets.Validated(new HeldRow(1, [1, 2])))
        );
    }

    [Fact]
    public void A_group_is_on_one_side_and_null_is_a_group()
    {
        Assert.Equal(2, Keyed((1, "a"), (2, "b")).HoldOutByGroup(Keyed((3, "c")), static row => row.Group).Train.Count);
        Assert.Throws<HoldOutException>(() => Keyed((1, "a"), (2, "b")).HoldOutByGroup(Keyed((3, "b")), static row => row.Group));
        Assert.Throws<HoldOutException>(() => Keyed((1, null)).HoldOutByGroup(Keyed((3, null)), static row => row.Group));
        Assert.Throws<HoldOutException>(() => Keyed((1, "a")).HoldOutByGroup(Keyed((2, "b")), Keyed((3, "a")), static row => row.Group));
        Assert.Single(Keyed((1, "a"), (2, "b")).HoldOutByGroup(Keyed((3, "b")), static row => row.Group, SharedRows.KeepInLast).Train);
    }

    [Fact]
    public void What_is_trained_on_is_older_than_what_is_tested_on()
    {
        Assert.Equal(2, Rows(1, 2).HoldOutByTime(Rows(3, 4), static row => row.Number).Train.Count);
        Assert.Single(Rows(1).HoldOutByTime(Rows(3), Rows(4), static row => row.Number).Validation);
        Assert.Throws<HoldOutException>(() => Rows(1).HoldOutByTime(Rows(4), Rows(4), static row => row.Number));
        var error = Assert.Throws<HoldOutException>(() => Rows(1, 3, 2).HoldOutByTime(Rows(4, 3), static row => row.Number));
        Assert.Equal(
            "1 row of the training set is not older than row 1 of the test set: 1. Cut the files at one time, or split all rows with "
                + "SplitByTime.",
            error.Message
        );
    }

    private static int[] Numbers(string text) =>
        [.. text.Split(',').Select(static number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];

    private static Validated<HeldRow> Rows(params int[] numbers) =>
        UnitTestDatasets.Validated(numbers.Select(static number => new HeldRow(number, [number, -number])));

    private static Validated<KeyedHeldRow> Keyed(params (long Id, string? Group)[] rows) =>
        UnitTestDatasets.Validated(rows.Select(static row => new KeyedHeldRow(row.Id, row.Group)));
}
