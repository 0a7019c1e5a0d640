using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.App;

/// <summary>Puts what stopped the program into one line.</summary>
internal static class Failure
{
    /// <summary>
    /// The message for the user. Of what the machine or the store refuses, the exception's own; of anything else, which is a defect, its kind
    /// and the file that has the details.
    /// </summary>
    public static string Explain(Exception exception) => exception switch
    {
        StoreException or IOException or UnauthorizedAccessException or IncompatiblePipelineException => exception.Message,
        _ => Report(exception),
    };

    private static string Report(Exception exception)
    {
        var summary = $"internal error: {exception.GetType().Name}: {exception.Message}";
        var path = Path.Combine(
            Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"mlops-error-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        try
        {
            File.WriteAllText(path, exception.ToString());
            return $"{summary} (details: {path})";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"{summary} (the details could not be written to '{path}': {unwritable.Message})";
        }
    }
}
