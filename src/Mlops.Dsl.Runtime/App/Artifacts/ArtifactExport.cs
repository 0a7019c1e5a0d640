using System.Text;
using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>Writes artifacts to files outside the store.</summary>
internal static class ArtifactExport
{
    /// <summary>Writes an artifact.</summary>
    /// <returns>How many files were written.</returns>
    /// <exception cref="UsageException">A file exists and is not to be replaced, or a folder stands where a file is to be written.</exception>
    public static async Task<int> WriteAsync(IArtifactStore artifacts, LocatedArtifact artifact, string target, bool force, CancellationToken cancellationToken)
    {
        if (artifact.Stage is { Kind: StageKind.Source } source && await ListedFile.ReadAsync(artifacts, artifact) is not null)
        {
            throw new UsageException($"the files of the source '{source.Name}' lie where it found them: the store keeps only their paths and hashes", "'artifact show' lists them.");
        }

        var value = artifact is { IsCollected: false, Definition: OutputDefinition<string> or OutputDefinition<FileArtifact> or OutputDefinition<FileSet> }
            ? (await ArtifactText.ReadAsync(artifacts, artifact.Reference, artifact.Definition)).BoxedValue
            : null;
        switch (value)
        {
            case string text:
                await WriteAsync(target, force, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
                return 1;
            case FileArtifact file:
                await CopyAsync(file, Directory.Exists(target) ? Path.Combine(target, Path.GetFileName(file.Path)) : target, force, cancellationToken);
                return 1;
            case FileSet files:
                foreach (var file in files)
                {
                    await CopyAsync(file, Inside(target, file.Path), force, cancellationToken);
                }

                return files.Count;
            case null when string.Equals(Path.GetExtension(target), ".json", StringComparison.OrdinalIgnoreCase):
                await WriteAsync(target, force, stream => WriteJsonAsync(stream, artifacts, artifact, cancellationToken));
                return 1;
            default:
                using (var content = await artifacts.OpenAsync(artifact.Reference.Hash, cancellationToken))
                {
                    await WriteAsync(target, force, stream => content.Content.CopyToAsync(stream, cancellationToken));
                }

                return 1;
        }
    }

    private static async Task WriteJsonAsync(Stream stream, IArtifactStore artifacts, LocatedArtifact artifact, CancellationToken cancellationToken)
    {
        var definition = artifact.Definition
            ?? throw new UsageException($"{artifact.WhyUnknown}: it can't be written as JSON", "With another extension than .json, its bytes are exported as they are.");
        await using var writer = new Utf8JsonWriter(stream, JsonText.Indented);
        await ArtifactTranscription.WriteAsync(artifacts, artifact.Reference, definition, artifact.IsCollected, new JsonTranscript(writer), cancellationToken);
    }

    private static async Task CopyAsync(FileArtifact file, string path, bool force, CancellationToken cancellationToken)
    {
        await using var source = file.OpenRead();
        await WriteAsync(path, force, stream => source.CopyToAsync(stream, cancellationToken));
    }

    /// <summary>A path in a file set comes from the store: it must not lead out of the folder.</summary>
    private static string Inside(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        return full.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new IOException($"the artifact has a file '{path}', which leads out of '{folder}'; nothing was written there");
    }

    /// <summary>Writes beside the target first, so that it is there whole or not at all.</summary>
    private static async Task WriteAsync(string path, bool force, Func<Stream, Task> write)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is a folder; name the file to write");
        }

        if (!force && File.Exists(path))
        {
            throw new UsageException($"'{path}' exists; --force replaces it");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(stream);
            }

            File.Move(partial, path, overwrite: force);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
