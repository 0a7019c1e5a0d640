using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mlops.Dsl.Datasets.Rows;

namespace Mlops.Dsl;

/// <summary>
/// Reads and writes rows as JSON objects. Members are the columns, by the property's name or its camelCase form; they are written in
/// camelCase, and so are they called in messages. Numbers are JSON numbers, truth values <c>true</c> and <c>false</c>, and everything
/// else, enums and dates for example, is text in its column's <see cref="RowColumn{TRow, T}.Format"/>. Safe for concurrent use.
/// </summary>
/// <typeparam name="TRow">The row, view or prediction type.</typeparam>
public sealed class RowJson<TRow>
    where TRow : IRow<TRow>
{
    // Longer names are no column's, and only they are copied to the heap.
    private const int LongestName = 128;

    private const int MostOnStack = 256;

    // A text that is nothing but wrong members must not be answered with more than it has.
    private const int MostProblems = 100;

    private readonly RowSchema<TRow> _schema = TRow.Schema;
    private readonly ConcurrentBag<RowValues> _idle = [];
    private readonly JsonEncodedText[] _names;
    private readonly Action<Utf8JsonWriter, TRow>[] _writers;
    private readonly FrozenDictionary<string, int> _columns;
    private readonly FrozenDictionary<string, string> _refused;

    /// <summary>Prepares reading and writing.</summary>
    /// <param name="refused">Members that are known and must not be sent, by name, with what they are, such as <c>the label</c>: they have
    /// a message of their own.</param>
    public RowJson(IReadOnlyDictionary<string, string>? refused = null)
    {
        var names = MemberNames.Of(_schema.Columns.Select(static column => column.Name));
        _names = [.. names.Select(static name => JsonEncodedText.Encode(name))];
        _writers = [.. _schema.Columns.Select(static column => column.Accept(ColumnJsonWriter<TRow>.Instance))];
        var positions = _schema.Columns.Select(static (column, position) => KeyValuePair.Create(column.Name, position));
        _columns = MemberNames.Index(positions, names);
        refused ??= FrozenDictionary<string, string>.Empty;
        _refused = MemberNames.Index(refused, MemberNames.Of(refused.Keys));
    }

    /// <summary>
    /// Whether columns that the row computes are left out in writing and skipped in reading, so that what is written can be read back.
    /// Default: they are written, and refused in reading.
    /// </summary>
    internal bool SkipsComputed { get; init; }

    /// <summary>What the member of a column is called; the name itself where it is no column's.</summary>
    /// <param name="column">The column's name.</param>
    public string NameOf(string column) => _columns.TryGetValue(column, out var position) ? _names[position].Value : column;

    /// <summary>Reads one row that is the whole text.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="problems">What is wrong with the row is appended: its column is the member's name, or empty where the problem is the
    /// row's as a whole.</param>
    /// <param name="row">The row; one that breaks its schema, too.</param>
    /// <returns>Whether there is a row, and it holds its schema.</returns>
    public bool TryRead(ReadOnlySpan<byte> json, ICollection<RowProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return TryMake(json, problems, out row) && IsValid(row, problems);
    }

    /// <summary>Reads one row that is the whole text, and leaves open whether it holds its schema.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="problems">What is wrong with the row is appended: its column is the member's name, or empty where the problem is the
    /// row's as a whole.</param>
    /// <param name="row">The row.</param>
    /// <returns>Whether there is a row.</returns>
    public bool TryMake(ReadOnlySpan<byte> json, ICollection<RowProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!_idle.TryTake(out var values))
        {
            values = RowValues.For(_schema);
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonNesting.ReaderDepth });
        var isMade = TryMake(ref reader, values, problems, out row) && EndsHere(ref reader, problems);
        values.Clear();
        _idle.Add(values);
        return isMade;
    }

    /// <summary>Reads one row that the reader stands on or before.</summary>
    /// <param name="reader">The reader, whose text is complete. It stands on the row's end afterwards, unless the text is no JSON or
    /// nested too deeply.</param>
    /// <param name="values">Places for the values, which a caller may use for one row after another.</param>
    /// <param name="problems">What is wrong with the row is appended: its column is the member's name, or empty where the problem is the
    /// row's as a whole.</param>
    /// <param name="row">The row; one that breaks its schema, too.</param>
    /// <returns>Whether there is a row, and it holds its schema.</returns>
    public bool TryRead(ref Utf8JsonReader reader, RowValues values, ICollection<RowProblem> problems, [MaybeNullWhen(false)] out TRow row)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(problems);
        return TryMake(ref reader, values, problems, out row) && IsValid(row, problems);
    }

    /// <summary>
    /// Writes a row. JSON has no number that is NaN or infinite: such a value is written as null, which a column that is not nullable
    /// refuses when it is read.
    /// </summary>
    /// <exception cref="NotSupportedException">A column is of a type that has no text, such as a dictionary.</exception>
    public void Write(Utf8JsonWriter writer, TRow row)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            if (SkipsComputed && _schema.Columns[i].IsComputed)
            {
                continue;
            }

            writer.WritePropertyName(_names[i]);
            _writers[i](writer, row);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads one row that the reader stands on or before, and leaves open whether it holds its schema.</summary>
    internal bool TryMake(
        ref Utf8JsonReader reader,
        RowValues values,
        ICollection<RowProblem> problems,
        [MaybeNullWhen(false)] out TRow row
    )
    {
        values.Clear();
        var isFilled = TryFill(ref reader, values, problems);
        row = isFilled ? TRow.Create(values) : default;
        return isFilled;
    }

    private bool IsValid(TRow row, ICollection<RowProblem> problems)
    {
        List<RowProblem> broken = [];
        if (_schema.Validate(row, broken))
        {
            return true;
        }

        foreach (var problem in broken)
        {
            problems.Add(problem with { Column = NameOf(problem.Column) });
        }

        return false;
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
                _ = JsonNesting.TrySkip(ref reader, reader.CurrentDepth);
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
        var level = reader.CurrentDepth;
        Span<bool> given = _names.Length <= MostOnStack ? stackalloc bool[_names.Length] : new bool[_names.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var position = problems.Count - before < MostProblems ? Find(ref reader, problems) : -1;
            reader.Read();
            if (position >= 0)
            {
                Fill(ref reader, position, values.Cells[position], given, problems);
            }

            if (!JsonNesting.TrySkip(ref reader, level))
            {
                problems.Add(RowJsonProblems.TooDeep());
                return false;
            }
        }

        for (var i = 0; i < given.Length && problems.Count - before < MostProblems; i++)
        {
            if (!given[i] && !_schema.Columns[i].IsComputed && !values.Cells[i].IsNullable)
            {
                problems.Add(RowJsonProblems.Missing(_names[i].Value, values.Cells[i]));
            }
        }

        return problems.Count == before;
    }

    private void Fill(ref Utf8JsonReader reader, int position, RowCell cell, scoped Span<bool> given, ICollection<RowProblem> problems)
    {
        var column = _schema.Columns[position];
        var name = _names[position].Value;
        if (SkipsComputed && column.IsComputed)
        {
            return;
        }

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

        problems.Add(
            _refused.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var reason)
                ? RowJsonProblems.Refused(name.ToString(), typeof(TRow).Name, reason)
                : RowJsonProblems.Unknown(name.ToString(), typeof(TRow).Name, _names)
        );
        return -1;
    }
}
