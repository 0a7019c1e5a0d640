namespace Mlops.Dsl.Runtime;

/// <summary>
/// The user asked a verb for something that can't be done, and nothing was started: the program prints the message in one line, and the
/// hint, and ends with code 2.
/// </summary>
public sealed class VerbException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="hint">What to do about it, in a line of its own; null where the message says so.</param>
    public VerbException(string message, string? hint = null)
        : base(message) => Hint = hint;

    /// <summary>What to do about it.</summary>
    public string? Hint { get; }
}
