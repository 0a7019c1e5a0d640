namespace Mlops.Dsl;

/// <summary>The step from files of separated values to <see cref="Raw{T}"/>.</summary>
public static class CsvReading
{
    /// <summary>
    /// Reads the rows of all files, in the order of the files and of their lines. Fields, quotes and line ends are those of RFC 4180; CR
    /// and LF alone end lines, too; blank
    /// lines are skipped. Text is UTF-8, or what a byte order mark says. A column of the row type is found by its header: the name in
    /// <see cref="CsvOptions.Columns"/>, or
    /// the property's name exactly, then in any case, then without <c>-</c>, <c>_</c>, <c>.</c> and spaces. Other columns of the file are
    /// ignored. A column that no file names is numbered where <see cref="CsvOptions.RowNumberAs"/> says so.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How they are written; null stands for the defaults.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="DataFormatException">A file is not in the format, lacks a column, or all files together have no row.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves or the row type.</exception>
    public static Raw<T> ReadCsv<T>(this FileSet files, CsvOptions? options = null, CancellationToken cancellation = default)
        where T : notnull, IRow<T>
    {
        ArgumentNullException.ThrowIfNull(files);
        return Read<T>(files, options ?? new CsvOptions(), cancellation);
    }

    /// <summary>Reads the rows of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it is written; null stands for the defaults.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <inheritdoc cref="ReadCsv{T}(FileSet, CsvOptions?, CancellationToken)" path="/summary|/exception" />
    public static Raw<T> ReadCsv<T>(this FileArtifact file, CsvOptions? options = null, CancellationToken cancellation = default)
        where T : notnull, IRow<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read<T>(new FileSet([file]), options ?? new CsvOptions(), cancellation);
    }

    private static Raw<T> Read<T>(FileSet files, CsvOptions options, CancellationToken cancellation)
        where T : notnull, IRow<T>
    {
        options.Validate();
        var rows = new List<T>();
        var rejects = new CsvRejects(typeof(T).Name, options);
        var reader = new CsvFileReader<T>(options, rows, rejects, CsvRowNumbers.For(T.Schema, options));
        foreach (var file in files)
        {
            reader.Read(file, cancellation);
        }

        rejects.EnsureFew(rows.Count);
        if (rows.Count == 0)
        {
            var names = files.Count == 1 ? $"'{files[0].Path}' has" : $"The {files.Count} files have";
            throw new DataFormatException(
                $"{names} no row{(rejects.Lines == 0 ? "" : " that could be read")}: at least one {typeof(T).Name} is expected."
            );
        }

        return new Raw<T>(RowStorage.Own(rows.ToArray()));
    }
}
