namespace Mlops.Dsl;

/// <summary>A model can't be used as it is asked to: its bytes, its signature, or what this machine lacks to run it.</summary>
public sealed class ModelException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ModelException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ModelException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ModelException()
        : base("The model can't be used.") { }
}
