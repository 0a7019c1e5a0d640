namespace Mlops.Dsl;

/// <summary>
/// How the files of <see cref="CsvReading.ReadCsv{T}(FileSet, CsvOptions?, CancellationToken)"/> are written. Numbers and dates
/// are always read in the invariant culture.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>
    /// The character between fields. Null, the default: of comma, semicolon and tab, the one that the first line of each file has most
    /// often outside quotes;
    /// a comma where it has none.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Whether the first line names the columns. If not, fields belong to the columns of the row type in their order, and each
    /// line has as many fields as columns, without the one that is numbered (<see cref="RowNumberAs"/>).
    /// </summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>
    /// The texts that stand for a missing value, in quotes or not. An empty field is missing, too, unless the column is a <c>string</c>
    /// that must be there, for which it
    /// is the empty text.
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether spaces and tabs around fields are left out. What is inside quotes stays as it is.</summary>
    public bool Trim { get; init; } = true;

    /// <summary>The headers of columns whose names do not tell them: from the property's name to the file's header.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The column of <c>long</c>, such as <c>nameof(Applicant.Id)</c>, that is numbered where a file has none for it; null, the default,
    /// numbers none. The number is that of the line where the row begins, plus 2^32 times the first 31 bits of the SHA-256 of the file's
    /// path: no other row of all files has it, and files that are added or taken away, or a folder that moves, change none. In a file
    /// without a header the column has no field.
    /// </summary>
    public string? RowNumberAs { get; init; }

    /// <summary>
    /// Lines that begin with this character are skipped; null, the default, skips none. A comment must not hold a single quotation
    /// mark.
    /// </summary>
    public char? Comment { get; init; }

    /// <summary>The texts, beside <c>true</c>, that mean true in columns of <c>bool</c>; upper and lower case are told apart.</summary>
    public IReadOnlyList<string> TrueTexts { get; init; } = [];

    /// <summary>The texts, beside <c>false</c>, that mean false in columns of <c>bool</c>; upper and lower case are told apart.</summary>
    public IReadOnlyList<string> FalseTexts { get; init; } = [];

    /// <summary>How many problems are collected before reading stops with an error; at least 1.</summary>
    public int MaxProblems { get; init; } = 20;

    /// <summary>
    /// The share of the lines, 0 to 1, that may be left out because they are not in the format. 0, the default: none, so that
    /// nothing is lost unseen.
    /// </summary>
    public double MaxRejectedShare { get; init; }

    /// <summary>Is told each problem of the lines that <see cref="MaxRejectedShare"/> lets out, in order: a log, a counter.</summary>
    public Action<CsvProblem>? Rejected { get; init; }

    /// <summary>How many characters a field may have; at most 16,000,000. A quote that is never closed makes such a field.</summary>
    public int MaxFieldLength { get; init; } = 1 << 20;

    /// <summary>Refuses settings that can't be meant.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxProblems, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFieldLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxFieldLength, 16_000_000);
        if (!(MaxRejectedShare >= 0 && MaxRejectedShare <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRejectedShare), MaxRejectedShare, "A share between 0 and 1 is expected.");
        }

        if (
            Separator is { } separator
            && (separator is not ('\t' or (>= ' ' and <= '~')) || separator is '"' || char.IsAsciiLetterOrDigit(separator))
        )
        {
            throw new ArgumentException(
                $"U+{(int)separator:X4} can't separate fields: "
                    + "a tab, a space or a punctuation mark of ASCII other than the quotation mark can.",
                nameof(Separator)
            );
        }

        if (TrueTexts.Intersect(FalseTexts, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            throw new ArgumentException($"'{both}' can't mean both true and false.", nameof(TrueTexts));
        }
    }
}
