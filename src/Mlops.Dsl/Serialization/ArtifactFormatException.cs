namespace Mlops.Dsl.Serialization;

/// <summary>The bytes of an artifact are not what its codec writes, or a value is one that its codec cannot hold.</summary>
public sealed class ArtifactFormatException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ArtifactFormatException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ArtifactFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public ArtifactFormatException()
        : base("The artifact's bytes are not what its codec writes.") { }
}
