using System.Diagnostics.CodeAnalysis;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tool;

/// <summary>
/// Says why the tool could not do its work, in words that a person can act on. What the code says of itself goes to a file, for who mends
/// it.
/// </summary>
internal static class Failure
{
    /// <summary>The file, in the tool's folder, that has the details of what nobody expected.</summary>
    public const string DetailsFile = "build-error.txt";

    /// <summary>The error, from its id on.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="arguments">What the tool was asked for; null if that could not be read.</param>
    public static string Describe(Exception exception, ToolArguments? arguments) =>
        exception switch
        {
            // What the reader of JSON says of a manifest tells a person nothing.
            ManifestException { InnerException: not null } =>
                $"MLP1901: The pipelines' fingerprints can't be computed. A manifest in '{arguments?.Assembly}' is not what this version "
                    + $"of Mlops.Dsl writes: clean and build.",
            ToolException or ManifestException or IOException or UnauthorizedAccessException =>
                $"MLP1901: The pipelines' fingerprints can't be computed. {exception.Message}",
            _ => $"MLP1902: The compiled assembly can't be decoded, so that no fingerprint could be trusted. Clean and build; if that does "
                + $"not help, please report it{Details(exception, arguments)}.",
        };

    private static string Details(Exception exception, ToolArguments? arguments) =>
        arguments is not null && TryWrite(exception, arguments.Output, out var path)
            ? $" with the assembly and '{path}'"
            : " with the assembly";

    private static bool TryWrite(Exception exception, string folder, [NotNullWhen(true)] out string? path)
    {
        try
        {
            path = Path.Combine(Directory.CreateDirectory(folder).FullName, DetailsFile);
            File.WriteAllText(path, exception + "\n");
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            path = null;
            return false;
        }
    }
}
