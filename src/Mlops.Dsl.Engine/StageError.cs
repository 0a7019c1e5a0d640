namespace Mlops.Dsl.Engine;

/// <summary>Why a stage failed.</summary>
/// <param name="Message">What was wrong, for the user: the exception's type and message, or the engine's finding.</param>
/// <param name="Location">Where the stage is declared, as <c>file:line</c>, if known.</param>
/// <param name="Details">The exception with its stack trace, for the one who debugs the stage; null where the engine found the
/// fault.</param>
/// <param name="Element">The element of a fan-out that failed first; otherwise null.</param>
public sealed record StageError(string Message, string? Location, string? Details, int? Element = null);
