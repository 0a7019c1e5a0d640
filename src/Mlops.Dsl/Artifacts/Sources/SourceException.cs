namespace Mlops.Dsl;

/// <summary>
/// A source's data is not there, can't be read, or is not what was pinned. The message is for the user, who can do something about it.
/// </summary>
public sealed class SourceException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public SourceException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public SourceException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public SourceException()
        : base("A source can't be read.") { }
}
