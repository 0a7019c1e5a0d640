namespace Mlops.Dsl.Execution;

/// <summary>A stage asks for a service that the program did not register.</summary>
public sealed class MissingServiceException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception.</summary>
    public MissingServiceException(Type service)
        : base($"No service of type '{service}' is registered. Register it where the program calls PipelineApp.RunAsync.") { }

    /// <summary>Creates the exception with a message for the user.</summary>
    public MissingServiceException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public MissingServiceException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public MissingServiceException()
        : base("A service that a stage takes is not registered.") { }
}
