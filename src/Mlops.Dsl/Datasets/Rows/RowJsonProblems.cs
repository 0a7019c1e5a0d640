using System.Text;
using System.Text.Json;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>Says what is wrong with a row's JSON, in words that follow the member's name.</summary>
internal static class RowJsonProblems
{
    /// <summary>What is wrong with a member that was given before.</summary>
    public const string GivenAgain = "must be given once, but is given again";

    private const int LongestQuote = 40;
    private const int MostNames = 20;
    private const string EmptyText = ", or empty for none";

    public static RowProblem Malformed(JsonException exception)
    {
        var place = exception is { LineNumber: { } line, BytePositionInLine: { } position }
            ? $" at line {line + 1}, byte {position + 1}"
            : "";
        return new("", "JSON", $"The row must be one JSON object, but the text breaks off or is malformed{place}.");
    }

    public static RowProblem TooDeep() => new("", "JSON", $"The row must be one JSON object, but {JsonNesting.TooDeep}.");

    public static RowProblem NoObject(JsonTokenType found) =>
        new(
            "",
            "a JSON object",
            $"The row must be a JSON object with a member for each column, but is "
                + $"{(found == JsonTokenType.None ? "empty" : Describe(found))}."
        );

    public static RowProblem UnreadableName() =>
        new("", "text", "The name of a member must be text, but has half of a surrogate pair or bytes that are not UTF-8.");

    public static RowProblem Missing(string name, RowCell cell) => new(name, "given", $"is missing: it must be {cell.Expected}");

    public static RowProblem Twice(string name) => new(name, "given once", GivenAgain);

    public static RowProblem Computed(string name) =>
        new(name, "left out", "must be left out, because the row computes it from other columns");

    public static RowProblem Refused(string name, string row, string reason) =>
        new(Shorten(name), $"a column of {row}", $"must be left out: it is {reason}");

    public static RowProblem Unknown(string name, string row, JsonEncodedText[] columns)
    {
        var names = string.Join(", ", columns.Take(MostNames).Select(static column => column.Value));
        return name.Length == 0
            ? new("", $"a column of {row}", $"A member of the row has an empty name, which is no column of {row}.")
            : new(
                Shorten(name),
                $"a column of {row}",
                $"is an unknown column of {row}, which has {names}{(columns.Length > MostNames ? " and others" : "")}"
            );
    }

    public static RowProblem Wrong(string name, RowCell cell, ref Utf8JsonReader reader, bool isPersonal)
    {
        var expected = Expected(cell);
        var found = RowJsonText.FindFlaw(ref reader) ?? $"is {(isPersonal ? Describe(reader.TokenType) : Quote(ref reader))}";
        var why = IsBeyond(cell, reader.TokenType) ? $", which no {cell.TypeName.TrimEnd('?')} can hold" : "";
        return new(name, expected, $"must be {expected}, but {found}{why}");
    }

    /// <summary>Whether all that is wrong with a number is that its column's type does not reach so far.</summary>
    private static bool IsBeyond(RowCell cell, JsonTokenType token) =>
        token == JsonTokenType.Number && cell is RowCell<float> or RowCell<float?> or RowCell<double> or RowCell<double?>;

    private static string Expected(RowCell cell) =>
        cell.IsNullable
            ? (cell.Expected.EndsWith(EmptyText, StringComparison.Ordinal) ? cell.Expected[..^EmptyText.Length] : cell.Expected)
                + ", or null"
            : cell.Expected;

    private static string Describe(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a truth value",
            JsonTokenType.Null => "null",
            _ => "something else",
        };

    private static string Quote(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.TokenType == JsonTokenType.True ? "true" : "false";
        }

        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return Describe(reader.TokenType);
        }

        // As it was sent, escapes and all.
        var sent = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        var text = Shorten(Encoding.UTF8.GetString(sent[..Math.Min(sent.Length, 4 * LongestQuote)]));
        return reader.TokenType == JsonTokenType.String ? $"the text '{text}'" : $"the number {text}";
    }

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
