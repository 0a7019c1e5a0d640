using System.Text;

namespace Mlops.Dsl.Execution;

/// <summary>
/// Lists as text: items between commas; an item that is empty, has a comma, a quote or white space at an end is put in double quotes, with
/// quotes doubled inside (RFC 4180). A comma at the end ends the last item and starts no other.
/// </summary>
internal static class ListText
{
    /// <summary>Writes items; null stands for an item without a value.</summary>
    public static string Join(IEnumerable<string?> items)
    {
        var text = new StringBuilder();
        var ended = true;
        foreach (var item in items)
        {
            text.Append(text.Length == 0 && ended ? "" : ",");
            ended = item is not null;
            text.Append(item is null || !NeedsQuotes(item) ? item : $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        // Without the comma, a list of one missing item would look like the empty list.
        return ended ? text.ToString() : text.Append(',').ToString();
    }

    /// <summary>Reads items, or tells that a quote is not where one can be.</summary>
    public static bool TrySplit(string text, out List<string> items)
    {
        items = [];
        for (var position = 0; position < text.Length; position++)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            var read = position < text.Length && text[position] == '"' ? ReadQuoted(text, ref position) : ReadPlain(text, ref position);
            if (read is null)
            {
                return false;
            }

            items.Add(read);
        }

        return true;
    }

    private static bool NeedsQuotes(string item) =>
        item.Length == 0 || item.AsSpan().ContainsAny(',', '"') || char.IsWhiteSpace(item[0]) || char.IsWhiteSpace(item[^1]);

    private static string? ReadPlain(string text, ref int position)
    {
        var start = position;
        position = text.IndexOf(',', start) is var comma and >= 0 ? comma : text.Length;
        var item = text[start..position].TrimEnd();
        return item.Contains('"', StringComparison.Ordinal) ? null : item;
    }

    private static string? ReadQuoted(string text, ref int position)
    {
        var item = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '"')
            {
                item.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                item.Append(text[position++]);
            }
            else
            {
                return ReadToComma(text, ref position) ? item.ToString() : null;
            }
        }

        return null;
    }

    private static bool ReadToComma(string text, ref int position)
    {
        do
        {
            position++;
        } while (position < text.Length && char.IsWhiteSpace(text[position]));

        return position == text.Length || text[position] == ',';
    }
}
