namespace Mlops.Dsl.Engine;

/// <summary>An executor can't run a stage. The message is for the user, who can do something about it.</summary>
public sealed class ExecutorException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ExecutorException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ExecutorException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ExecutorException()
        : base("The stage can't be run here.") { }
}
