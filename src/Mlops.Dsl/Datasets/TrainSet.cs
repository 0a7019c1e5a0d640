namespace Mlops.Dsl;

/// <summary>The rows that a model may be fitted to.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class TrainSet<T> : Dataset<T>
    where T : notnull
{
    internal TrainSet(T[] rows)
        : base(rows) { }
}
