using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App;

/// <summary>Puts what stopped the program into one line.</summary>
internal static class Failure
{
    /// <summary>
    /// The message for the user. Of what the machine or the store refuses, the exception's own; of anything else, which is a defect, its
    /// kind and the file that has the details.
    /// </summary>
    public static string Explain(Exception exception, AppEnvironment app) =>
        exception switch
        {
            StoreException or IOException or UnauthorizedAccessException or IncompatiblePipelineException => exception.Message,
            _ => Report(exception, app),
        };

    private static string Report(Exception exception, AppEnvironment app)
    {
        var summary = $"internal error: {exception.GetType().Name}: {exception.Message}";
        try
        {
            return $"{summary} (details: {CrashFile.Write(app.StorePath, app.Console.Secrets.Apply(exception.ToString()))})";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"{summary} (the details could not be written: {unwritable.Message})";
        }
    }
}
