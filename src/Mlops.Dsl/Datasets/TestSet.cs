namespace Mlops.Dsl;

/// <summary>The rows that a final evaluation is measured on, and nothing else.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class TestSet<T> : Dataset<T>
    where T : notnull
{
    internal TestSet(T[] rows)
        : base(rows) { }
}
