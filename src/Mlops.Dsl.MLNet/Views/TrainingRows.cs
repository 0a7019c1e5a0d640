using System.Collections;

namespace Mlops.Dsl.MLNet.Views;

/// <summary>A training row and what a model sees of it.</summary>
internal readonly record struct TrainingRow<TRow, TInput>(TRow Row, TInput Input);

/// <summary>Training rows; the view of a row is made when a cursor comes to it, so that training sees what a request will be.</summary>
internal sealed class TrainingRows<TRow, TInput>(Dataset<TRow> rows) : IReadOnlyList<TrainingRow<TRow, TInput>>
    where TRow : notnull
    where TInput : IRowView<TRow, TInput>
{
    public int Count => rows.Count;

    public TrainingRow<TRow, TInput> this[int index]
    {
        get
        {
            var row = rows[index];
            return new TrainingRow<TRow, TInput>(row, TInput.From(row));
        }
    }

    public IEnumerator<TrainingRow<TRow, TInput>> GetEnumerator() =>
        Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
