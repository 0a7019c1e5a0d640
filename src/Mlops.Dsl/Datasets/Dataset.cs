using System.Collections;

namespace Mlops.Dsl;

/// <summary>Rows with a provenance: how far they have come is in the type. What they lie in is the storage's business.</summary>
/// <typeparam name="T">The row type.</typeparam>
public abstract class Dataset<T> : IReadOnlyList<T>
    where T : notnull
{
    private T[]? _materialized;

    private protected Dataset(RowStorage<T> storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        Storage = storage;
    }

    // Takes ownership of the array: nobody else may keep it.
    private protected Dataset(T[] rows)
        : this(new RowArray<T>(rows)) { }

    /// <summary>What the rows lie in.</summary>
    public RowStorage<T> Storage { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Storage.Count;

    /// <summary>The row at an index.</summary>
    public T this[int index] => Storage[index];

    /// <summary>
    /// The rows, contiguous. Where the storage holds no array, all rows are made at the first call and kept as long as the dataset is:
    /// enumerate instead where one
    /// row at a time is enough.
    /// </summary>
    public ReadOnlySpan<T> AsSpan() => Storage.TryGetSpan(out var rows) ? rows : _materialized ?? Materialize();

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => Storage.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T[] Materialize()
    {
        var rows = new T[Storage.Count];
        Storage.CopyTo(rows);

        // Two threads may both have come here: all calls give the same rows.
        return Interlocked.CompareExchange(ref _materialized, rows, null) ?? rows;
    }
}
