namespace Mlops.Dsl;

/// <summary>Rows that hold their schema. The rows that did not are quarantined in the report.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class Validated<T> : Dataset<T>
    where T : notnull
{
    internal Validated(T[] rows, ValidationReport<T> report)
        : base(rows) => Report = report;

    /// <summary>What validation found.</summary>
    public ValidationReport<T> Report { get; }
}
