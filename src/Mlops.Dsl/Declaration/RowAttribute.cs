namespace Mlops.Dsl;

/// <summary>
/// Declares a partial record as a dataset's row. Its validation attributes are its schema; the generator writes
/// its schema, codec and validator (<see cref="IRow{TSelf}"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class RowAttribute : Attribute;
