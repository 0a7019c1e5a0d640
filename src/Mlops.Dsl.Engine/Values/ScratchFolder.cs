using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>
/// The run's folder for temporary files, created when the first stage asks for one. In a run in memory it also is where file artifacts
/// stay: until the program ends.
/// </summary>
/// <param name="create">Makes the folder: in the store, where what a killed process leaves is swept. Null for the system's folder for
/// temporary files.</param>
internal sealed class ScratchFolder(Func<string>? create = null) : IArtifactFiles
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<ContentHash, string> _files = new();
    private string? _path;
    private int _count;

    /// <summary>Makes a folder for one attempt of a stage.</summary>
    public string CreateFolder(string stage)
    {
        lock (_gate)
        {
            _path ??= (create ?? CreateInSystemFolder)();
            return Directory
                .CreateDirectory(Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{stage}-{++_count}")))
                .FullName;
        }
    }

    private static string CreateInSystemFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("mlops-").FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"No temporary folder can be made in '{Path.GetTempPath()}': {exception.Message} Set "
                    + $"{(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} to a folder that can be written to.",
                exception
            );
        }
    }

    /// <summary>Removes everything, now or, where file artifacts may still be read, when the program ends.</summary>
    public void Remove(bool atExit)
    {
        if (_path is not { } path)
        {
            return;
        }

        if (atExit)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => TryDelete(path);
        }
        else
        {
            TryDelete(path);
        }
    }

    /// <summary>
    /// Removes a folder. A stage that was left behind may still write to it; then the store's sweep, or the operating system's own
    /// cleaning, has to do it.
    /// </summary>
    public static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            System.Diagnostics.Trace.TraceWarning($"The temporary folder '{path}' could not be removed: {exception.Message}");
        }
    }

    public ContentHash HashInPlace(string path)
    {
        ContentHash hash = default;
        using var stream = File.OpenRead(path);
        SHA256.HashData(stream, hash);
        _files[hash] = path;
        return hash;
    }

    public ContentHash Store(string path) => HashInPlace(path);

    public string GetPath(ContentHash content) =>
        _files.TryGetValue(content, out var path)
            ? path
            : throw new ArtifactFormatException($"The run has no file with content {content}.");
}
