namespace Mlops.Dsl;

/// <summary>What the generator writes for a <see cref="RowViewAttribute">[RowView]</see> type.</summary>
/// <typeparam name="TRow">The row type that it is a view of.</typeparam>
/// <typeparam name="TSelf">The view type itself.</typeparam>
public interface IRowView<TRow, TSelf> : IRow<TSelf>
    where TSelf : IRowView<TRow, TSelf>
{
    /// <summary>The view of a row.</summary>
    static abstract TSelf From(TRow row);
}
