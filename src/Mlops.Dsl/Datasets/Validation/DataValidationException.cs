using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// More rows break their schema than may. The message says which constraints they break, most often first, each with an example.
/// </summary>
public sealed class DataValidationException : Exception, IExplainedFailure
{
    private const int ShownConstraints = 10;

    /// <summary>Creates the exception with a message for the user.</summary>
    public DataValidationException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public DataValidationException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public DataValidationException()
        : base("More rows break their schema than may.") { }

    /// <summary>How many rows were validated.</summary>
    public int RowsRead { get; private init; }

    /// <summary>How many of them are invalid.</summary>
    public int RowsRejected { get; private init; }

    /// <summary>The share that may be invalid.</summary>
    public double MaxInvalidShare { get; private init; }

    /// <summary>The constraints that were broken, the most broken first.</summary>
    public IReadOnlyList<BrokenConstraint> BrokenConstraints { get; private init; } = [];

    internal static DataValidationException From<T>(ValidationReport<T> report, double maxInvalidShare) =>
        new(Describe(report, maxInvalidShare))
        {
            RowsRead = report.RowsRead,
            RowsRejected = report.RowsRejected,
            MaxInvalidShare = maxInvalidShare,
            BrokenConstraints = report.BrokenConstraints,
        };

    private static string Describe<T>(ValidationReport<T> report, double maxInvalidShare)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{report.RowsRejected} of {report.RowsRead} rows ({Percent(report.InvalidShare)}) break the schema of {typeof(T).Name}; at "
                + $"most {Percent(maxInvalidShare)} may."
        );
        foreach (var constraint in report.BrokenConstraints.Take(ShownConstraints))
        {
            var rows = constraint.RowCount == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{constraint.RowCount} rows");
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  {constraint.Column}: {rows}, first row {constraint.FirstIndex}: {constraint.FirstMessage}"
            );
        }

        if (report.BrokenConstraints.Count > ShownConstraints)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  and {report.BrokenConstraints.Count - ShownConstraints} more constraints");
        }

        return text.ToString();
    }

    // Never rounded to the limit: "1% are invalid, at most 1% may" would explain nothing.
    private static string Percent(double share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
}
