namespace Mlops.Dsl;

/// <summary>Makes what reads and writes rows as JSON objects.</summary>
public static class RowJson
{
    /// <summary>Reads and writes rows of a type.</summary>
    public static RowJson<TRow> For<TRow>()
        where TRow : IRow<TRow> => new();

    /// <summary>
    /// Reads and writes a view; a member that the row has and the view has not, such as the label, is refused with a message that says what
    /// it is.
    /// </summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <typeparam name="TView">The view type.</typeparam>
    public static RowJson<TView> ForView<TRow, TView>()
        where TRow : IRow<TRow>
        where TView : IRowView<TRow, TView> => new(Describe<TRow>());

    /// <summary>What the columns of a row type are: why they must not be sent, where what is sent has no such columns.</summary>
    internal static IReadOnlyDictionary<string, string> Describe<TRow>()
        where TRow : IRow<TRow> => TRow.Schema.Columns.ToDictionary(static column => column.Name, Describe, StringComparer.Ordinal);

    private static string Describe<TRow>(RowColumn<TRow> column) =>
        column.Role switch
        {
            ColumnRole.Label => $"the label of {typeof(TRow).Name}, which the model is asked for; it is told afterwards, as feedback",
            ColumnRole.None => $"a column of {typeof(TRow).Name} that is not sent",
            var role => $"the {role.ToString().ToLowerInvariant()} of {typeof(TRow).Name}, which is not sent",
        };
}
