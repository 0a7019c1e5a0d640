namespace Mlops.Dsl.Execution;

/// <summary>What a stage asks for can't be done. The message is for the user, who can do something about it.</summary>
public sealed class EffectException : Exception, IExplainedFailure
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public EffectException(string message)
        : base(message) { }
}
