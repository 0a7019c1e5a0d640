using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Which field of a file's lines belongs to which column.</summary>
internal sealed class CsvLine
{
    private readonly string _file;

    private CsvLine(string file, int count, (int Position, CsvColumn Column)[] columns, long? firstNumber)
    {
        _file = file;
        Count = count;
        Columns = columns;
        FirstNumber = firstNumber;
    }

    /// <summary>How many fields a line has.</summary>
    public int Count { get; }

    /// <summary>The columns of the row type with the positions of their fields.</summary>
    public (int Position, CsvColumn Column)[] Columns { get; }

    /// <summary>What is added to the number of a line where the file has no column for it; null where rows are not numbered.</summary>
    public long? FirstNumber { get; }

    /// <summary>Fields belong to columns by what the header says.</summary>
    public static CsvLine ByHeader<T>(
        string file,
        string[] names,
        RowSchema<T> schema,
        RowValues values,
        CsvOptions options,
        CsvRowNumbers? numbers
    )
    {
        EnsureMapped(schema, options);
        string[] columns = [.. schema.Columns.Select(static column => column.Name)];
        var positions = new Header(file, names).Find(columns, options.Columns, numbers?.Column);
        return Bind(file, names.Length, schema, values, options, positions, index => names[positions[index]], numbers);
    }

    /// <summary>Fields belong to columns in their order.</summary>
    public static CsvLine ByPosition<T>(string file, RowSchema<T> schema, RowValues values, CsvOptions options, CsvRowNumbers? numbers) =>
        options.Columns.Count == 0
            ? Bind(
                file,
                schema.Columns.Count - (numbers is null ? 0 : 1),
                schema,
                values,
                options,
                Positions(schema.Columns.Count, numbers?.Column),
                index => schema.Columns[index].Name,
                numbers
            )
            : throw new ArgumentException(
                $"{nameof(CsvOptions.Columns)} names headers, but {nameof(CsvOptions.HasHeader)} says that there are none.",
                nameof(options)
            );

    /// <summary>Whether a record can be text with complete quotes.</summary>
    public static bool IsText(ReadOnlySpan<char> record, out string found)
    {
        var nul = record.IndexOf('\0');
        found =
            nul >= 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"a NUL byte at character {nul + 1} of the record (is the file binary, or UTF-16 without a byte order mark?)"
                )
            : record.Count('"') % 2 == 0 ? ""
            : "a quotation mark that is never closed";
        return found.Length == 0;
    }

    /// <summary>A problem of this file.</summary>
    public CsvProblem Problem(int line, string? column, string expected, string found) => new(_file, line, column, expected, found);

    private static CsvLine Bind<T>(
        string file,
        int count,
        RowSchema<T> schema,
        RowValues values,
        CsvOptions options,
        int[] positions,
        Func<int, string> name,
        CsvRowNumbers? numbers
    )
    {
        var columns = new List<(int, CsvColumn)>(positions.Length);
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] >= 0)
            {
                columns.Add((positions[i], new CsvColumn(name(i), schema.Columns[i].IsPersonal, values.Cells[i], options)));
            }
        }

        return new CsvLine(file, count, [.. columns], numbers is not null && positions[numbers.Column] < 0 ? numbers.BaseOf(file) : null);
    }

    // The column that is numbered has no field.
    private static int[] Positions(int count, int? numbered) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index =>
                    index == numbered ? -1
                    : index > numbered ? index - 1
                    : index
                ),
        ];

    private static void EnsureMapped<T>(RowSchema<T> schema, CsvOptions options)
    {
        var unknown = options.Columns.Keys.FirstOrDefault(name => !schema.Columns.Any(column => column.Name == name));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"{nameof(CsvOptions.Columns)} names '{unknown}', which is no column of {typeof(T).Name}.",
                nameof(options)
            );
        }
    }
}
