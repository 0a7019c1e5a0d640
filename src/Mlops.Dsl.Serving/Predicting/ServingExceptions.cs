namespace Mlops.Dsl.Serving;

/// <summary>A row can't be scored: a value of it breaks a constraint.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Refuses a row.</summary>
    /// <param name="problems">What is wrong with it, at least one.</param>
    public InvalidInputException(IReadOnlyList<RowProblem> problems)
        : base(string.Join("; ", problems.Select(static problem => $"{problem.Column} {problem.Message}"))) => Problems = problems;

    /// <summary>What is wrong with the row.</summary>
    public IReadOnlyList<RowProblem> Problems { get; }
}

/// <summary>What was sent is no row.</summary>
/// <param name="problems">What is wrong with it, at least one; one without a column says what is wrong with the text as a whole.</param>
internal sealed class UnreadableInputException(IReadOnlyList<RowProblem> problems) : Exception(problems[0].Message)
{
    public IReadOnlyList<RowProblem> Problems => problems;
}

/// <summary>No model answers now: nothing is published, approved, or named by the alias. The message says what to do.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class ModelUnavailableException(string message) : Exception(message);

/// <summary>A version of a model is not what the service was compiled for. The message says what differs.</summary>
/// <param name="message">What differs.</param>
public sealed class UnsuitableModelException(string message) : Exception(message);
