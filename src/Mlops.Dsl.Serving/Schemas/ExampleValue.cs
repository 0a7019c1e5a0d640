using System.Text;
using System.Text.Json;
using Mlops.Dsl.Datasets.Rows;

namespace Mlops.Dsl.Serving;

/// <summary>Finds a value that a column allows, to show in the document.</summary>
internal static class ExampleValue
{
    private static readonly string[] Texts =
    [
        "true",
        "1",
        "40",
        "0",
        "0.5",
        "100",
        "2026-01-01",
        "2026-01-01T12:00:00Z",
        "00:30:00",
        "https://example.org/",
        "someone@example.org",
        "00000000-0000-0000-0000-000000000001",
    ];

    private const string Words = "text";

    /// <summary>The value as JSON; null where none was found.</summary>
    public static string? Find<TRow, T>(RowColumn<TRow, T> column, ConstraintKeywords<T> keywords)
    {
        foreach (var candidate in Candidates(column, keywords))
        {
            if (candidate is not null && column.ValueConstraints.All(constraint => constraint.IsSatisfiedBy(candidate)))
            {
                return Json(column, candidate);
            }
        }

        return null;
    }

    private static IEnumerable<T> Candidates<TRow, T>(RowColumn<TRow, T> column, ConstraintKeywords<T> keywords)
    {
        var texts = column.Format?.KnownTexts is { Count: > 0 } known ? known : [Padded(keywords), .. Texts];
        foreach (var text in keywords.Allowed is null && typeof(T) == typeof(string) ? texts : [])
        {
            yield return Parse(column, text);
        }

        foreach (var candidate in keywords.Candidates)
        {
            yield return candidate;
        }

        foreach (var text in texts)
        {
            yield return Parse(column, text);
        }
    }

    private static string Padded<T>(ConstraintKeywords<T> keywords)
    {
        var length = Math.Clamp(Words.Length, Math.Min(keywords.Shortest, 1000), keywords.Longest);
        return length <= Words.Length ? Words[..length] : Words.PadRight(length, 'x');
    }

    private static T Parse<TRow, T>(RowColumn<TRow, T> column, string text)
    {
        var cell = (RowCell<T>)column.CreateCell();
        return cell.TrySetText(text) ? cell.Value : default!;
    }

    private static string? Json<TRow, T>(RowColumn<TRow, T> column, T value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            if (!JsonValue.TryWrite(writer, value, column.Format))
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
