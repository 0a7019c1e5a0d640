namespace Mlops.Dsl;

/// <summary>Makes the storages that the language itself has.</summary>
public static class RowStorage
{
    /// <summary>A storage that takes over an array, without a copy: nobody may change the array any more.</summary>
    /// <typeparam name="T">The row type.</typeparam>
    public static RowStorage<T> Own<T>(T[] rows)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowArray<T>(rows);
    }
}

/// <summary>Rows in an array that nobody else keeps.</summary>
internal sealed class RowArray<T>(T[] rows) : RowStorage<T>
    where T : notnull
{
    public override int Count => rows.Length;

    public override T this[int index] => rows[index];

    public override bool TryGetSpan(out ReadOnlySpan<T> span)
    {
        span = rows;
        return true;
    }

    public override void CopyTo(Span<T> destination) => rows.CopyTo(destination);

    public override IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)rows).GetEnumerator();
}
