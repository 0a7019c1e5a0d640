namespace Mlops.Dsl;

/// <summary>
/// Makes an empty partial record the view of a row type: the generator gives it the row's columns but for those with a role, with their
/// roles and constraints, such as what a client sends to be scored.
/// </summary>
/// <param name="rowType">The row type.</param>
/// <example><code>
/// [RowView(typeof(Applicant), Without = ColumnRole.Label)]
/// public sealed partial record Application;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RowViewAttribute(Type rowType) : Attribute
{
    /// <summary>The row type.</summary>
    public Type RowType { get; } = rowType;

    /// <summary>The role whose columns the view lacks.</summary>
    public ColumnRole Without { get; set; } = ColumnRole.Label;
}
