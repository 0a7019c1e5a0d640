using Microsoft.ML;
using Microsoft.ML.Data;
using Mlops.Dsl.MLNet;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class RowsDataViewTests
{
    [Fact]
    public void Columns_have_the_types_that_ML_NET_has_for_them()
    {
        var view = new RowsDataView<CitizenView>(Census.Views(5));
        Assert.Equal(
            ["Age Int32", "Work String", "Hours Double", "Savings Single", "Owner Boolean", "Schooling String", "Id Int64"],
            view.Schema.Select(static column => $"{column.Name} {column.Type}")
        );
        Assert.Equal(5, view.GetRowCount());
        Assert.False(view.CanShuffle);
    }

    [Fact]
    public void Values_are_those_of_the_rows_and_missing_ones_NaN_or_empty()
    {
        CitizenView[] rows =
        [
            new(30, null, null, 1.5f, true, Schooling.College, 7),
            new(40, "ö", 3, 0, false, Schooling.None, long.MinValue),
        ];
        var view = new RowsDataView<CitizenView>(rows);
        Assert.Equal([30, 40], view.GetColumn<int>("Age"));
        Assert.Equal(["", "ö"], view.GetColumn<string>("Work"));
        Assert.Equal([double.NaN, 3], view.GetColumn<double>("Hours"));
        Assert.Equal([true, false], view.GetColumn<bool>("Owner"));
        Assert.Equal(["College", "None"], view.GetColumn<string>("Schooling").Select(static text => text.ToString()));
        Assert.Equal([7, long.MinValue], view.GetColumn<long>("Id"));
    }

    [Fact]
    public void Several_cursors_share_the_rows()
    {
        var view = new RowsDataView<CitizenView>(Census.Views(10));
        var ids = new List<long>();
        foreach (var cursor in view.GetRowCursorSet([view.Schema["Id"]], 3))
        {
            var get = cursor.GetGetter<long>(view.Schema["Id"]);
            long id = 0;
            while (cursor.MoveNext())
            {
                get(ref id);
                ids.Add(id);
            }

            cursor.Dispose();
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(static id => (long)id), ids.Order());
    }

    [Fact]
    public void A_column_that_was_not_asked_for_is_refused()
    {
        var view = new RowsDataView<CitizenView>(Census.Views(1));
        using var cursor = view.GetRowCursor([view.Schema["Age"]]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.GetGetter<long>(view.Schema["Id"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<string>(view.Schema["Age"]));
    }

    [Fact]
    public void A_pass_over_rows_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var view = new RowsDataView<CitizenView>(Census.Views(3), cancelled.Token);
        using var cursor = view.GetRowCursor([view.Schema["Age"]]);
        Assert.True(cursor.MoveNext());
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => cursor.MoveNext());
    }
}
