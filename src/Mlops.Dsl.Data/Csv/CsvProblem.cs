using System.Globalization;

namespace Mlops.Dsl;

/// <summary>What is wrong with a line of a file.</summary>
/// <param name="File">The file's path as the source names it.</param>
/// <param name="Line">The line where the record begins, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column's header or name; null where the line as a whole is meant.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was there; personal data is not in it.</param>
public sealed record CsvProblem(string File, int Line, string? Column, string Expected, string Found)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var line = Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", line {Line}");
        return $"{File}{line}{(Column is null ? "" : $", column '{Column}'")}: expected {Expected}, found {Found}";
    }
}
