using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Finds the columns of a row type among the headers of a file.</summary>
internal sealed class Header(string file, string[] names)
{
    private const int MostNamesShown = 30;

    /// <summary>The headers.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The position of each column, by the most exact of the ways that fit.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="mapped">The headers of columns whose names do not tell them.</param>
    /// <param name="optional">The column that need not be there, and then has the position -1; null for none.</param>
    /// <exception cref="DataFormatException">A column is not there, or two headers fit it equally well, or two columns fit one
    /// header.</exception>
    public int[] Find(IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> mapped, int? optional)
    {
        var positions = columns
            .Select(
                (column, index) =>
                    mapped.TryGetValue(column, out var header)
                        ? FindMapped(column, header)
                        : FindNamed(column) ?? (index == optional ? -1 : throw Missing(column, column))
            )
            .ToArray();
        for (var i = 0; i < positions.Length; i++)
        {
            var other = Array.IndexOf(positions, positions[i]);
            if (other < i)
            {
                throw new DataFormatException(
                    $"'{file}': both {columns[other]} and {columns[i]} would be read from the column '{names[positions[i]]}'. "
                        + $"Say in {nameof(CsvOptions.Columns)} which is meant."
                );
            }
        }

        return positions;
    }

    private int FindMapped(string column, string header) =>
        Only(header, header, static (name, wanted) => name == wanted) ?? throw Missing(column, header);

    private int? FindNamed(string column) =>
        Only(column, column, static (name, wanted) => name == wanted)
        ?? Only(column, column, static (name, wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        ?? Only(column, Plain(column), static (name, wanted) => Plain(name).Equals(wanted, StringComparison.OrdinalIgnoreCase));

    private int? Only(string column, string wanted, Func<string, string, bool> fits)
    {
        int? found = null;
        for (var i = 0; i < names.Length; i++)
        {
            if (!fits(names[i], wanted))
            {
                continue;
            }

            if (found is { } first)
            {
                throw new DataFormatException(
                    $"'{file}': the columns {first + 1} ('{names[first]}') and {i + 1} ('{names[i]}') both fit {column}. "
                        + $"Rename one, or say in {nameof(CsvOptions.Columns)} which is meant."
                );
            }

            found = i;
        }

        return found;
    }

    private DataFormatException Missing(string column, string wanted)
    {
        var shown = string.Join(", ", names.Take(MostNamesShown).Select(static name => FieldText.Quote(name)));
        var more = names.Length > MostNamesShown ? $" and {names.Length - MostNamesShown} more" : "";
        return new DataFormatException(
            $"'{file}' has no column for {column}{(wanted == column ? "" : $" (header '{wanted}')")}. Its header has "
                + $"{shown}{more}.{Hint(column, wanted)}"
        );
    }

    /// <summary>What to do; nothing where no guess is better than another.</summary>
    private string Hint(string column, string wanted)
    {
        if (names.Any(static name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return $" If the file has no header, set {nameof(CsvOptions.HasHeader)} = false.";
        }

        var nearest = names.MinBy(name => NameDistance.Between(Plain(name), Plain(wanted)));
        return nearest is null || NameDistance.Between(Plain(nearest), Plain(wanted)) > Math.Max(2, wanted.Length / 3)
            ? ""
            : $" The nearest name is {FieldText.Quote(nearest)}: if it is meant, "
                + $"set {nameof(CsvOptions.Columns)} = {{ [\"{column}\"] = \"{nearest}\" }}.";
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(static character => character is not ('-' or '_' or '.' or ' '))).ToLowerInvariant();
}
