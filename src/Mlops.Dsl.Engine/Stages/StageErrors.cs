using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Words what went wrong in a stage.</summary>
internal static class StageErrors
{
    /// <summary>A stage's method threw.</summary>
    public static StageError From(StageDefinition stage, int? element, Exception exception)
    {
        var cause = exception;
        while (Unwrap(cause) is { } inner)
        {
            cause = inner;
        }

        if (cause is UnauthorizedAccessException && stage.Kind == StageKind.Source)
        {
            cause = new SourceException(
                $"A file of the source can't be read: {cause.Message.TrimEnd('.')}. Change its permissions, or name other files.",
                cause
            );
        }

        var message = cause is IExplainedFailure ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
        return new StageError(message, stage.Location, exception.ToString(), element);
    }

    /// <summary>The engine found a fault in what a stage did.</summary>
    public static StageError Found(StageDefinition stage, int? element, string message, Exception? cause = null) =>
        new(message, stage.Location, cause?.ToString(), element);

    /// <summary>
    /// Whether an exception that comes from handling a stage's values is that stage's failure, and not the whole run's: an artifact that
    /// can't be read, a codec or an enumerator of the user's that throws. A store that fails is everyone's problem.
    /// </summary>
    public static bool IsOfStage(Exception exception) =>
        exception is CorruptArtifactException or MissingArtifactException or not StoreException;

    private static Exception? Unwrap(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: [var only] } => only,
            TypeInitializationException => exception.InnerException,
            _ => null,
        };
}
