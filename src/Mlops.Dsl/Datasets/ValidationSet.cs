namespace Mlops.Dsl;

/// <summary>The rows that choose among models.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class ValidationSet<T> : Dataset<T>
    where T : notnull
{
    internal ValidationSet(T[] rows)
        : base(rows) { }
}
