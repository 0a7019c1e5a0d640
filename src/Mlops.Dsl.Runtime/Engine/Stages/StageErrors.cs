using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Engine;

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

        // The product's own messages are complete sentences for the user; of any other exception the type is half of the message.
        var message = cause is MissingServiceException or ArtifactFormatException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
        return new StageError(message, stage.Location, exception.ToString(), element);
    }

    /// <summary>The engine found a fault in what a stage did.</summary>
    public static StageError Found(StageDefinition stage, int? element, string message, Exception? cause = null) =>
        new(message, stage.Location, cause?.ToString(), element);

    private static Exception? Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => only,
        TypeInitializationException => exception.InnerException,
        _ => null,
    };
}
