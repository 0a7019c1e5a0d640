using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mlops.Dsl.Datasets.Rows;

namespace Mlops.Dsl;

/// <summary>
/// Reads and writes rows as JSON objects. Members are the columns, by the property's name or its camelCase form; they are written in camelCase. Numbers are JSON numbers,
/// truth values <c>true</c> and <c>false</c>, and everything else, enums and dates for example, is text in its column's <see cref="RowColumn{TRow, T}.Format"/>. Safe for concurrent use.
/// </summary>
/// <typeparam name="TRow">The row, view or prediction type.</typeparam>
public sealed class RowJson<TRow>
    where TRow : IRow<TRow>
{
    // Rows are flat: what is deeper is wrong anyway, and must not cost more to find out.
    private const int MaxDepth = 8;

    // Longer names are no column's, and only they are copied to the heap.
    private const int LongestName = 128;

    private readonly RowSchema<TRow> _schema = TRow.Schema;
    private readonly JsonEncodedText[] _names;
    private readonly FrozenDictionary<string, int> _columns;
    private readonly FrozenDictionary<string, string> _refused;

    /// <summary>Prepares reading and writing.</summary>
    /// <param name="refused">Members that are known and must not be sent, by name, with what they are, such as <c>the label</c>: they have a message of their own.</param>
    public RowJson(IReadOnlyDictionary<string, string>? refused = null)
    {
        _names = [.. _schema.Columns.Select(static column => JsonEncodedText.Encode(CamelCase(column.Name)))];
        _columns = Indexed(_schema.Columns.Select(static (column, position) => KeyValuePair.Create(column.Name, position)));
        _refused = Indexed(refused ?? FrozenDictionary<string, string>.Empty);
    }

    /// <summary>Reads one row that is the whole text.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="problems">What is wrong with the row is appended: its column is the member's name, or empty where the problem is the row's as a whole.</param>
    /// <param name="row">The row; one that breaks its schema, too.</param>
    /// <returns>Whether there is a row, and it holds its schema.</returns>
    public bool TryRead(ReadOnlySpan<byte> json, ICollection<RowProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var isRead = TryRead(ref reader, RowValues.For(_schema), problems, out row);
        return isRead && EndsHere(ref reader, problems);
    }

    /// <summary>Reads one row that the reader stands on or before.</summary>
    /// <param name="reader">The reader, whose text is complete. It stands on the row's end afterwards, unless the text is no JSON.</param>
    /// <param name="values">Places for the values, which a caller may use for one row after another.</param>
    /// <param name="problems">What is wrong with the row is appended: its column is the member's name, or empty where the problem is the row's as a whole.</param>
    /// <param name="row">The row; one that breaks its schema, too.</param>
    /// <returns>Whether there is a row, and it holds its schema.</returns>
    public bool TryRead(ref Utf8JsonReader reader, RowValues values, ICollection<RowProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(problems);
        values.Clear();
        row = default;
        if (!TryFill(ref reader, values, problems))
        {
            return false;
        }

        row = TRow.Create(values);
        return _schema.Validate(row, problems);
    }

    /// <summary>
    /// Writes a row. JSON has no number that is NaN or infinite: such a value is written as null, which a column that is not nullable refuses when it is read.
    /// </summary>
    /// <exception cref="NotSupportedException">A column is of a type that has no text, such as a dictionary.</exception>
    public void Write(Utf8JsonWriter writer, TRow row)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var values = new RowJsonWriter<TRow>(writer, row);
        writer.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            writer.WritePropertyName(_names[i]);
            _schema.Columns[i].Accept(values);
        }

        writer.WriteEndObject();
    }

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>What is found by its own name and in camelCase; the own name of one comes before the other form of another.</summary>
    private static FrozenDictionary<string, T> Indexed<T>(IEnumerable<KeyValuePair<string, T>> named)
    {
        var index = named.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, item) in index.ToList())
        {
            index.TryAdd(CamelCase(name), item);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool EndsHere(ref Utf8JsonReader reader, ICollection<RowProblem> problems)
    {
        try
        {
            _ = reader.Read();
            return true;
        }
        catch (JsonException exception)
        {
            problems.Add(RowJsonProblems.Malformed(exception));
            return false;
        }
    }

    private bool TryFill(ref Utf8JsonReader reader, RowValues values, ICollection<RowProblem> problems)
    {
        try
        {
            if (reader.TokenType == JsonTokenType.None && !reader.Read())
            {
                problems.Add(RowJsonProblems.NoObject(reader.TokenType));
                return false;
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                problems.Add(RowJsonProblems.NoObject(reader.TokenType));
                reader.Skip();
                return false;
            }

            return TryFillMembers(ref reader, values, problems);
        }
        catch (JsonException exception)
        {
            problems.Add(RowJsonProblems.Malformed(exception));
            return false;
        }
    }

    private bool TryFillMembers(ref Utf8JsonReader reader, RowValues values, ICollection<RowProblem> problems)
    {
        var before = problems.Count;
        var given = new bool[_names.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var position = Find(ref reader, problems);
            reader.Read();
            if (position >= 0)
            {
                Fill(ref reader, position, values.Cells[position], given, problems);
            }

            reader.Skip();
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (!given[i] && !_schema.Columns[i].IsComputed && !values.Cells[i].IsNullable)
            {
                problems.Add(RowJsonProblems.Missing(_names[i].Value));
            }
        }

        return problems.Count == before;
    }

    private void Fill(ref Utf8JsonReader reader, int position, RowCell cell, bool[] given, ICollection<RowProblem> problems)
    {
        var column = _schema.Columns[position];
        var name = _names[position].Value;
        if (given[position])
        {
            problems.Add(RowJsonProblems.Twice(name));
        }
        else if (column.IsComputed)
        {
            problems.Add(RowJsonProblems.Computed(name));
        }
        else if (!RowJsonText.TrySet(cell, ref reader))
        {
            problems.Add(RowJsonProblems.Wrong(name, cell, ref reader, column.IsPersonal));
        }

        given[position] = true;
    }

    /// <summary>The position of the column that the reader's member is; below 0 for one that is none.</summary>
    private int Find(ref Utf8JsonReader reader, ICollection<RowProblem> problems)
    {
        Span<char> buffer = stackalloc char[LongestName];
        var length = RowJsonText.Copy(ref reader, buffer, out var longer);
        if (length < 0)
        {
            problems.Add(RowJsonProblems.UnreadableName());
            return -1;
        }

        ReadOnlySpan<char> name = longer is null ? buffer[..length] : longer;
        if (_columns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var position))
        {
            return position;
        }

        problems.Add(_refused.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var reason)
            ? RowJsonProblems.Refused(name.ToString(), typeof(TRow).Name, reason)
            : RowJsonProblems.Unknown(name.ToString(), typeof(TRow).Name, _names));
        return -1;
    }
}
