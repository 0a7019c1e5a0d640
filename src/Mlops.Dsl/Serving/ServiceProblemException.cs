using System.Net;

namespace Mlops.Dsl;

/// <summary>A service did not answer a request; the message says why, as the service told it.</summary>
public sealed class ServiceProblemException : Exception
{
    /// <summary>Tells what a service answered instead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">What is wrong, and what to do.</param>
    /// <param name="problems">What is wrong with which column.</param>
    public ServiceProblemException(HttpStatusCode status, string detail, IReadOnlyList<ColumnProblem> problems)
        : base(detail) => (Status, Problems) = (status, problems);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What is wrong with which column; none where the columns are not to blame.</summary>
    public IReadOnlyList<ColumnProblem> Problems { get; }

    /// <summary>After how long the request may succeed; null where nobody said.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What is wrong with a column of a request.</summary>
/// <param name="Column">The column.</param>
/// <param name="Message">What is wrong, in words that follow the column's name.</param>
public sealed record ColumnProblem(string Column, string Message);
