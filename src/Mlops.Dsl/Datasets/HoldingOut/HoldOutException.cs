namespace Mlops.Dsl;

/// <summary>
/// Sets that were to be held apart have rows, groups or times in common, so that what is measured on one says nothing about new rows.
/// </summary>
public sealed class HoldOutException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public HoldOutException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public HoldOutException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public HoldOutException()
        : base("Sets that were to be held apart have rows in common.") { }
}
