using System.Collections.Frozen;
using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>The label column of the row type that a request is a view of: what is told later as the right answer.</summary>
public sealed class FeedbackLabel
{
    private readonly Func<RowCell> _createCell;
    private readonly Func<RowCell, string?> _format;

    private FeedbackLabel(string name, string member, JsonType type, Func<RowCell> createCell, Func<RowCell, string?> format) =>
        (Name, Member, Type, _createCell, _format) = (name, member, type, createCell, format);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>What the column is called in JSON.</summary>
    internal string Member { get; }

    /// <summary>What the columns of the row type are, by their names: why a request must not have those that are not its own.</summary>
    internal IReadOnlyDictionary<string, string> Columns { get; private init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What a label must be, such as <c>a whole number</c>.</summary>
    public string Expected => _createCell().Expected;

    /// <summary>How JSON writes it.</summary>
    internal JsonType Type { get; }

    /// <summary>The label of a row type; null where it has none.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    public static FeedbackLabel? Of<TRow>()
        where TRow : IRow<TRow> =>
        TRow.Schema.Columns.FirstOrDefault(static column => column.Role == ColumnRole.Label)?.Accept(new Reader<TRow>());

    /// <summary>The text of the label that a reader stands on.</summary>
    /// <returns>Null where it is no value of the column.</returns>
    internal string? Read(ref Utf8JsonReader reader)
    {
        var cell = _createCell();
        return cell.TrySetJson(ref reader) ? _format(cell) : null;
    }

    private sealed class Reader<TRow> : IRowColumnVisitor<TRow, FeedbackLabel>
        where TRow : IRow<TRow>
    {
        public FeedbackLabel Visit<T>(RowColumn<TRow, T> column) =>
            new(
                column.Name,
                RowJson.For<TRow>().NameOf(column.Name),
                JsonType.Of(typeof(T)),
                column.CreateCell,
                cell => ((RowCell<T>)cell).Value is { } value ? column.Format?.Format(value) : null
            )
            {
                Columns = RowJson.Describe<TRow>(),
            };
    }
}
