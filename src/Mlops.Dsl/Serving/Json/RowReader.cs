using System.Text.Json;

namespace Mlops.Dsl;

/// <summary>Makes rows of JSON objects with the columns' names, and says of each column what is wrong with it. Safe for concurrent use.</summary>
/// <param name="label">The name of the label, which a request must not tell; null where there is none.</param>
internal sealed class RowReader<TRow>(string? label = null)
    where TRow : IRow<TRow>
{
    private const string NoObject = "The body must be a JSON object with the row's columns.";

    private readonly System.Collections.Concurrent.ConcurrentBag<RowValues> _idle = [];
    private readonly Dictionary<string, int> _columns = TRow.Schema.Columns.Select(static (column, index) => (column.Name, index)).ToDictionary(static pair => pair.Name, static pair => pair.index, StringComparer.Ordinal);

    /// <summary>The row of a JSON object.</summary>
    /// <exception cref="RowFormatException">It is no such row.</exception>
    public TRow Read(ReadOnlySpan<byte> json)
    {
        if (!_idle.TryTake(out var values))
        {
            values = RowValues.For(TRow.Schema);
        }

        try
        {
            values.Clear();
            var reader = new Utf8JsonReader(json);
            if (!reader.Read())
            {
                throw new RowFormatException(NoObject);
            }

            var row = Read(ref reader, values);
            return reader.Read() ? throw new RowFormatException("The body must be one JSON object, but something follows it.") : row;
        }
        catch (JsonException exception)
        {
            throw new RowFormatException($"The body is no JSON object with the row's columns (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
        finally
        {
            _idle.Add(values);
        }
    }

    /// <summary>The row of the object that a reader stands on, which then stands on its end.</summary>
    /// <exception cref="RowFormatException">It is no such row.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public TRow Read(ref Utf8JsonReader reader) => Read(ref reader, RowValues.For(TRow.Schema));

    private TRow Read(ref Utf8JsonReader reader, RowValues values)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RowFormatException(NoObject);
        }

        var problems = new List<(string Column, string Message)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ReadName(ref reader);
            reader.Read();
            if (!seen.Add(name))
            {
                problems.Add((name, "is given twice"));
                reader.Skip();
            }
            else if (!_columns.TryGetValue(name, out var index))
            {
                problems.Add((name, label == name ? "is the label: a request must not tell it; tell it afterwards, as feedback" : "is no column of the request"));
                reader.Skip();
            }
            else
            {
                Take(ref reader, values.Cells[index], problems);
            }
        }

        AddMissing(values, seen, problems);
        return problems.Count > 0 ? throw new RowFormatException(problems) : TRow.Create(values);
    }

    private static string ReadName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RowFormatException("A name in the body is no text: it has half of a character.");
        }
    }

    private static void Take(ref Utf8JsonReader reader, RowCell cell, List<(string Column, string Message)> problems)
    {
        var token = reader.TokenType;
        if (!TrySet(ref reader, cell))
        {
            problems.Add((cell.Name, $"must be {cell.Expected}, but is {(token == JsonTokenType.Null ? "null" : Describe(token))}"));
        }

        // Where the value is an object or a list, the cell looked at its beginning only.
        reader.Skip();
    }

    private static bool TrySet(ref Utf8JsonReader reader, RowCell cell)
    {
        try
        {
            return cell.TrySetJson(ref reader);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "another text",
        JsonTokenType.Number => "another number",
        _ => "true or false",
    };

    private static void AddMissing(RowValues values, HashSet<string> seen, List<(string Column, string Message)> problems)
    {
        foreach (var cell in values.Cells)
        {
            if (!seen.Contains(cell.Name))
            {
                if (cell.IsNullable)
                {
                    cell.TrySetText(null);
                }
                else
                {
                    problems.Add((cell.Name, $"is missing: it must be {cell.Expected}"));
                }
            }
        }
    }
}

/// <summary>A body is no row.</summary>
internal sealed class RowFormatException : Exception
{
    public RowFormatException(string message)
        : base(message)
    {
    }

    public RowFormatException(IReadOnlyList<(string Column, string Message)> problems)
        : base("columns are wrong") => Problems = problems;

    /// <summary>What is wrong with which column; none where the body is no object.</summary>
    public IReadOnlyList<(string Column, string Message)> Problems { get; } = [];
}
