namespace Mlops.Dsl.Watching;

/// <summary>An effect could not be delivered. The message is one line for the person who runs the program.</summary>
public sealed class DeliveryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="isFinal">Whether trying again can't help.</param>
    /// <param name="innerException">The cause.</param>
    public DeliveryException(string message, bool isFinal = false, Exception? innerException = null)
        : base(message, innerException) => IsFinal = isFinal;

    /// <summary>Whether trying again can't help: the address is refused, say.</summary>
    public bool IsFinal { get; }
}
