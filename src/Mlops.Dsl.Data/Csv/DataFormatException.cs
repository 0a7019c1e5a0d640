using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// A file does not hold rows of the type that it was read as. The message names file, line and column of each problem that was
/// collected.
/// </summary>
public sealed class DataFormatException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public DataFormatException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public DataFormatException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public DataFormatException()
        : base("A file does not hold rows of the type that it was read as.") { }

    /// <summary>The problems that were collected; empty where a file as a whole can't be read.</summary>
    public IReadOnlyList<CsvProblem> Problems { get; private init; } = [];

    internal static DataFormatException From(string summary, IReadOnlyList<CsvProblem> problems)
    {
        var text = new StringBuilder(summary);
        foreach (var problem in problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {problem}");
        }

        return new DataFormatException(text.ToString()) { Problems = problems };
    }
}
