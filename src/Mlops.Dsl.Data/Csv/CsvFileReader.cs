using System.Globalization;
using System.Text;
using nietras.SeparatedValues;

namespace Mlops.Dsl;

/// <summary>Reads the rows of files, one after the other, into one list.</summary>
internal sealed class CsvFileReader<T>(CsvOptions options, List<T> rows, CsvRejects rejects, CsvRowNumbers? numbers)
    where T : notnull, IRow<T>
{
    private const int LinesBetweenChecks = 1024;

    private readonly RowValues _values = RowValues.For(T.Schema);
    private readonly List<CsvProblem> _problems = [];
    private char[] _buffer = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFormatException">It can't be read, or too many lines are not in the format.</exception>
    public void Read(FileArtifact file, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            throw new DataFormatException(
                $"'{file.Path}' is empty: {(options.HasHeader ? "a line that names the columns" : "at least one line")} is expected."
            );
        }

        var line = 0;
        try
        {
            using var text = CsvEncoding.Open(file);
            using var reader = Sep.New(options.Separator ?? DetectSeparator(file))
                .Reader(static settings =>
                    settings with
                    {
                        HasHeader = false,
                        DisableColCountCheck = true,
                        CultureInfo = CultureInfo.InvariantCulture,
                    }
                )
                .From(text);
            CsvLine? fields = null;
            if (!options.HasHeader)
            {
                fields = CsvLine.ByPosition(file.Path, T.Schema, _values, options, numbers);
            }

            foreach (var row in reader)
            {
                if (++line % LinesBetweenChecks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                if (IsSkipped(row.Span))
                {
                    continue;
                }

                if (fields is null)
                {
                    fields = CsvLine.ByHeader(file.Path, ReadHeader(file, row), T.Schema, _values, options, numbers);
                }
                else
                {
                    ReadRow(row, fields);
                }
            }

            if (fields is null)
            {
                throw new DataFormatException($"'{file.Path}' has blank lines only: a line that names the columns is expected.");
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw CsvEncoding.Describe(file, exception);
        }
        catch (NotSupportedException exception)
        {
            // What the tokenizer says of a record that fills its largest buffer.
            throw new DataFormatException(
                $"{file.Path}, after record {line.ToString(CultureInfo.InvariantCulture)}: a record is longer than 16,000,000 characters. "
                    + "Is a quotation mark never closed?",
                exception
            );
        }
    }

    private char DetectSeparator(FileArtifact file)
    {
        using var text = CsvEncoding.Open(file);
        return Separators.Detect(text, options.Comment);
    }

    // Blanks are no record, whatever Trim says; a line of separators is one.
    private bool IsSkipped(ReadOnlySpan<char> record) => record.IsEmpty || record[0] == options.Comment || record.IndexOfAnyExcept(' ') < 0;

    private string[] ReadHeader(FileArtifact file, SepReader.Row row)
    {
        var names = new string[row.ColCount];
        for (var i = 0; i < names.Length; i++)
        {
            if (FieldText.Read(row[i].Span, trim: true, ref _buffer, out var name) is { } problem)
            {
                throw new DataFormatException($"{file.Path}, line {LineOf(row)}: expected the names of the columns, found {problem}.");
            }

            names[i] = name.ToString();
        }

        return names;
    }

    private void ReadRow(SepReader.Row row, CsvLine fields)
    {
        _values.Clear();
        _problems.Clear();
        if (!CsvLine.IsText(row.Span, out var found))
        {
            _problems.Add(fields.Problem(LineOf(row), null, "text", found));
        }
        else if (row.ColCount != fields.Count)
        {
            _problems.Add(fields.Problem(LineOf(row), null, Fields(fields.Count), Fields(row.ColCount)));
        }
        else
        {
            ReadFields(row, fields);
            if (fields.FirstNumber is { } first)
            {
                ((RowCell<long>)_values.Cells[numbers!.Column]).Value = first + LineOf(row);
            }
        }

        if (_problems.Count == 0)
        {
            rows.Add(T.Create(_values));
        }
        else
        {
            rejects.Add(_problems);
        }
    }

    private void ReadFields(SepReader.Row row, CsvLine fields)
    {
        foreach (var (position, column) in fields.Columns)
        {
            var field = row[position].Span;
            if (field.Length > options.MaxFieldLength)
            {
                var limit = string.Create(CultureInfo.InvariantCulture, $"at most {options.MaxFieldLength} characters");
                _problems.Add(
                    fields.Problem(LineOf(row), column.Name, limit, string.Create(CultureInfo.InvariantCulture, $"{field.Length}"))
                );
            }
            else if (FieldText.Read(field, options.Trim, ref _buffer, out var text) is { } malformed)
            {
                _problems.Add(fields.Problem(LineOf(row), column.Name, "a field of RFC 4180", malformed));
            }
            else if (column.Set(text) is var (expected, found))
            {
                _problems.Add(fields.Problem(LineOf(row), column.Name, expected, found));
            }
        }
    }

    // The tokenizer says of the first record, too, that it begins at line 2.
    private static int LineOf(SepReader.Row row) => row.RowIndex == 0 ? 1 : row.LineNumberFrom;

    private static string Fields(int count) => count == 1 ? "1 field" : string.Create(CultureInfo.InvariantCulture, $"{count} fields");
}
