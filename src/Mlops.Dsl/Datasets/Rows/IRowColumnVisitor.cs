namespace Mlops.Dsl;

/// <summary>Does something with a column of a type that only the column knows.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
public interface IRowColumnVisitor<TRow, out TResult>
{
    /// <summary>Visits a column.</summary>
    TResult Visit<T>(RowColumn<TRow, T> column);
}
