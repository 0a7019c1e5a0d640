using System.Collections;

namespace Mlops.Dsl;

/// <summary>
/// What the rows of a <see cref="Dataset{T}"/> lie in: an array of objects, columns, or something that makes rows when they are asked for.
/// A storage never changes,
/// and is safe for concurrent reading.
/// </summary>
/// <typeparam name="T">The row type.</typeparam>
public abstract class RowStorage<T> : IReadOnlyList<T>
    where T : notnull
{
    /// <summary>The number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The row at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or not below <see cref="Count"/>.</exception>
    public abstract T this[int index] { get; }

    /// <summary>The rows as one span, where they lie next to each other in memory already.</summary>
    /// <returns>Whether they do; if not, <paramref name="rows"/> is empty.</returns>
    public virtual bool TryGetSpan(out ReadOnlySpan<T> rows)
    {
        rows = default;
        return false;
    }

    /// <summary>Copies all rows.</summary>
    /// <param name="rows">Where to, of <see cref="Count"/> rows or more.</param>
    /// <exception cref="ArgumentException">There is less room.</exception>
    public virtual void CopyTo(Span<T> rows)
    {
        if (rows.Length < Count)
        {
            throw new ArgumentException($"{Count} rows don't fit into {rows.Length}.", nameof(rows));
        }

        var index = 0;
        foreach (var row in this)
        {
            rows[index++] = row;
        }
    }

    /// <summary>The rows, in order, each made when it is reached.</summary>
    public virtual IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
