namespace Mlops.Dsl.Build.Metadata;

/// <summary>A file is no managed assembly.</summary>
public sealed class InvalidModuleException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public InvalidModuleException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public InvalidModuleException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidModuleException()
        : base("The file is no managed assembly.") { }
}
