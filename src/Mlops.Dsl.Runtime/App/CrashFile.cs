using System.Globalization;
using System.Security.Cryptography;

namespace Mlops.Dsl.Runtime.App;

/// <summary>
/// A file with the details of a defect. Only its owner can read it, and nobody can tell its name beforehand: in a folder that others may
/// write to, a file or a link that waits under a known name would be written to instead.
/// </summary>
internal static class CrashFile
{
    private const int RandomBytes = 16;

    /// <summary>
    /// Writes the details into the store's folder, or, where there is no store that can be written to, into a new temporary folder.
    /// </summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string Write(string? store, string details)
    {
        // A folder without a database is no store yet, and would be none with a stranger in it.
        if (store is not null && File.Exists(Path.Combine(store, "store.db")))
        {
            try
            {
                return WriteInto(store, details);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The store may be what broke: the details must not be lost with it.
                return WriteInto(Directory.CreateTempSubdirectory("mlops-error-").FullName, details);
            }
        }

        return WriteInto(Directory.CreateTempSubdirectory("mlops-error-").FullName, details);
    }

    private static string WriteInto(string folder, string details)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.GetFullPath(
            Path.Combine(folder, $"error-{time}-{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}.txt")
        );
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(details);
        return path;
    }
}
