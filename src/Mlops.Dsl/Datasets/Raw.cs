namespace Mlops.Dsl;

/// <summary>Rows as they were read: nothing is known of them. Only <see cref="Validated{T}"/> rows can be split and learned from.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class Raw<T> : Dataset<T>
    where T : notnull
{
    internal Raw(T[] rows)
        : base(rows) { }

    /// <summary>Takes rows as they were read, without a copy.</summary>
    public Raw(RowStorage<T> rows)
        : base(rows) { }

    /// <summary>Takes rows as they were read.</summary>
    public Raw(IEnumerable<T> rows)
        : base([.. rows]) { }
}
