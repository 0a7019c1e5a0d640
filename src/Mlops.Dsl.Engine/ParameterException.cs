namespace Mlops.Dsl.Engine;

/// <summary>A parameter's value breaks a constraint, or a required one is missing. The message is for the user.</summary>
public sealed class ParameterException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ParameterException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ParameterException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ParameterException()
        : base("A parameter's value can't be used.") { }
}
