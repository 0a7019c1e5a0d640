using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mlops.Dsl;

/// <summary>Numbers rows by where they are: see <see cref="CsvOptions.RowNumberAs"/>.</summary>
internal sealed class CsvRowNumbers
{
    private const int LineBits = 32;

    private readonly Dictionary<long, string> _files = [];

    private CsvRowNumbers(int column) => Column = column;

    /// <summary>The position of the column that is numbered.</summary>
    public int Column { get; }

    /// <summary>How rows are numbered; null where they are not.</summary>
    /// <exception cref="ArgumentException">The row type has no such column, or one of another type than <c>long</c>.</exception>
    public static CsvRowNumbers? For<T>(RowSchema<T> schema, CsvOptions options)
    {
        if (options.RowNumberAs is not { } name)
        {
            return null;
        }

        var column = schema.Columns.ToList().FindIndex(column => column.Name == name);
        return column < 0 ? throw Refuse($"'{name}', which is no column of {typeof(T).Name}")
            : RowValues.For(schema).Cells[column] is RowCell<long> ? new CsvRowNumbers(column)
            : throw Refuse($"'{name}' of {typeof(T).Name}, which is no long");

        ArgumentException Refuse(string what) => new($"{nameof(CsvOptions.RowNumberAs)} names {what}.", nameof(options));
    }

    /// <summary>What is added to the numbers of the lines of a file.</summary>
    /// <exception cref="DataFormatException">Another file has the same: a matter of chance, one in a million for 64 files.</exception>
    public long BaseOf(string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(path));
        var start = (long)(BinaryPrimitives.ReadUInt32BigEndian(hash) >> 1) << LineBits;
        return _files.TryAdd(start, path) || _files[start] == path
            ? start
            : throw new DataFormatException(
                $"By chance, the rows of '{path}' would have the same numbers as those of '{_files[start]}': rename one of the files."
            );
    }
}
