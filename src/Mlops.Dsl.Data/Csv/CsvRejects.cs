using System.Globalization;

namespace Mlops.Dsl;

/// <summary>Counts the lines that are not in the format, keeps the first problems, and ends reading when there are too many.</summary>
internal sealed class CsvRejects(string rowType, CsvOptions options)
{
    private readonly List<CsvProblem> _first = [];

    /// <summary>How many lines were left out.</summary>
    public int Lines { get; private set; }

    /// <summary>Takes the problems of a line, which is left out.</summary>
    /// <exception cref="DataFormatException">No line may be left out, and as many problems as are wanted are there.</exception>
    public void Add(List<CsvProblem> problems)
    {
        Lines++;
        foreach (var problem in problems)
        {
            if (_first.Count < options.MaxProblems)
            {
                _first.Add(problem);
            }

            options.Rejected?.Invoke(problem);
        }

        if (options.MaxRejectedShare == 0 && _first.Count == options.MaxProblems)
        {
            throw DataFormatException.From(
                $"The data is not in the format of {rowType}; after {Count(_first.Count, "problem")} no more were looked for:",
                _first
            );
        }
    }

    /// <summary>Ends reading if more lines were left out than may be.</summary>
    /// <exception cref="DataFormatException">There were.</exception>
    public void EnsureFew(int rows)
    {
        if (Lines == 0 || Lines <= options.MaxRejectedShare * ((double)rows + Lines))
        {
            return;
        }

        var limit =
            options.MaxRejectedShare == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"; at most {options.MaxRejectedShare * 100:0.####}% may");
        throw DataFormatException.From($"{Lines} of {rows + Lines} lines are not in the format of {rowType}{limit}:", _first);
    }

    private static string Count(int count, string noun) =>
        count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}
