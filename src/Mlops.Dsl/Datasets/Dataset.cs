using System.Collections;

namespace Mlops.Dsl;

/// <summary>Rows with a provenance: how far they have come is in the type.</summary>
/// <typeparam name="T">The row type.</typeparam>
public abstract class Dataset<T> : IReadOnlyList<T>
    where T : notnull
{
    private readonly T[] _rows;

    // The constructors of datasets take ownership of the array: nobody else may keep it.
    private protected Dataset(T[] rows) => _rows = rows;

    /// <summary>The number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>The row at an index.</summary>
    public T this[int index] => _rows[index];

    /// <summary>The rows, contiguous.</summary>
    public ReadOnlySpan<T> AsSpan() => _rows;

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_rows).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
