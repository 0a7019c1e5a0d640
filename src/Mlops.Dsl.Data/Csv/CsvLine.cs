using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Which field of a file's lines belongs to which column.</summary>
internal sealed class CsvLine
{
    private readonly string _file;

    private CsvLine(string file, int count, (int Position, CsvColumn Column)[] columns)
    {
        _file = file;
        Count = count;
        Columns = columns;
    }

    /// <summary>How many fields a line has.</summary>
    public int Count { get; }

    /// <summary>The columns of the row type with the positions of their fields.</summary>
    public (int Position, CsvColumn Column)[] Columns { get; }

    /// <summary>Fields belong to columns by what the header says.</summary>
    public static CsvLine ByHeader<T>(string file, string[] names, RowSchema<T> schema, RowValues values, CsvOptions options)
    {
        EnsureMapped(schema, options);
        var positions = new Header(file, names).Find([.. schema.Columns.Select(static column => column.Name)], options.Columns);
        return Bind(file, names.Length, schema, values, options, positions, index => names[positions[index]]);
    }

    /// <summary>Fields belong to columns in their order.</summary>
    public static CsvLine ByPosition<T>(string file, RowSchema<T> schema, RowValues values, CsvOptions options) =>
        options.Columns.Count == 0
            ? Bind(file, schema.Columns.Count, schema, values, options, [.. Enumerable.Range(0, schema.Columns.Count)], index =>
                schema.Columns[index].Name)
            : throw new ArgumentException(
                $"{nameof(CsvOptions.Columns)} names headers, but {nameof(CsvOptions.HasHeader)} says that there are none.",
                nameof(options));

    /// <summary>Whether a record can be text with complete quotes.</summary>
    public static bool IsText(ReadOnlySpan<char> record, out string found)
    {
        var nul = record.IndexOf('\0');
        found = nul >= 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"a NUL byte at character {nul + 1} of the record (is the file binary, or UTF-16 without a byte order mark?)")
            : record.Count('"') % 2 == 0 ? "" : "a quotation mark that is never closed";
        return found.Length == 0;
    }

    /// <summary>A problem of this file.</summary>
    public CsvProblem Problem(int line, string? column, string expected, string found) => new(_file, line, column, expected, found);

    private static CsvLine Bind<T>(string file, int count, RowSchema<T> schema, RowValues values, CsvOptions options, int[] positions,
        Func<int, string> name)
    {
        var columns = new (int, CsvColumn)[positions.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = (positions[i], new CsvColumn(name(i), schema.Columns[i].IsPersonal, values.Cells[i], options));
        }

        return new CsvLine(file, count, columns);
    }

    private static void EnsureMapped<T>(RowSchema<T> schema, CsvOptions options)
    {
        var unknown = options.Columns.Keys.FirstOrDefault(name => !schema.Columns.Any(column => column.Name == name));
        if (unknown is not null)
        {
            throw new ArgumentException($"{nameof(CsvOptions.Columns)} names '{unknown}', which is no column of {typeof(T).Name}.",
                nameof(options));
        }
    }
}
