namespace Mlops.Dsl;

/// <summary>The columns of a row type and what their values must satisfy.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class RowSchema<TRow>(IReadOnlyList<RowColumn<TRow>> columns)
{
    private readonly RowColumn<TRow>[] _columns = [.. columns];

    /// <summary>The columns, in declaration order.</summary>
    public IReadOnlyList<RowColumn<TRow>> Columns => _columns;

    /// <summary>Appends what is wrong with a row, if anything.</summary>
    /// <returns>Whether the row is valid.</returns>
    public bool Validate(TRow row, ICollection<RowProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var valid = true;
        foreach (var column in _columns)
        {
            valid &= column.Validate(row, problems);
        }

        return valid;
    }
}
