using System.Text;
using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>Writes artifacts to files outside the store.</summary>
internal static class ArtifactExport
{
    /// <summary>Writes an artifact.</summary>
    /// <returns>How many files were written.</returns>
    /// <exception cref="UsageException">A file exists and is not to be replaced, or something else than a file is in its place.</exception>
    public static async Task<int> WriteAsync(
        IArtifactStore artifacts,
        LocatedArtifact artifact,
        string target,
        bool force,
        CancellationToken cancellationToken
    )
    {
        if (artifact.Stage is { Kind: StageKind.Source } source && await ListedFile.ReadAsync(artifacts, artifact) is not null)
        {
            throw new UsageException(
                $"the files of the source '{source.Name}' lie where it found them: the store keeps only their paths and hashes",
                "'artifact show' lists them."
            );
        }

        var value = artifact
            is { IsCollected: false, Definition: OutputDefinition<string> or OutputDefinition<FileArtifact> or OutputDefinition<FileSet> }
            ? (await ArtifactText.ReadAsync(artifacts, artifact.Reference, artifact.Definition)).BoxedValue
            : null;
        switch (value)
        {
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                await ExportTarget.WriteAsync(target, force, stream => stream.WriteAsync(bytes, cancellationToken).AsTask());
                return 1;
            case FileArtifact file:
                var isFolder = FileStatus.Find(target) is { Kind: FileKind.Folder };
                var place = isFolder ? ExportTarget.Inside(target, Path.GetFileName(file.Path)) : target;
                await CopyAsync(file, place, force, cancellationToken);
                return 1;
            case FileSet files:
                await CopyAsync(files, target, force, cancellationToken);
                return files.Count;
            case null when string.Equals(Path.GetExtension(target), ".json", StringComparison.OrdinalIgnoreCase):
                await ExportTarget.WriteAsync(target, force, stream => WriteJsonAsync(stream, artifacts, artifact, cancellationToken));
                return 1;
            default:
                using (var content = await artifacts.OpenAsync(artifact.Reference.Hash, cancellationToken))
                {
                    await ExportTarget.WriteAsync(target, force, stream => content.Content.CopyToAsync(stream, cancellationToken));
                }

                return 1;
        }
    }

    private static async Task WriteJsonAsync(
        Stream stream,
        IArtifactStore artifacts,
        LocatedArtifact artifact,
        CancellationToken cancellationToken
    )
    {
        var definition =
            artifact.Definition
            ?? throw new UsageException(
                $"{artifact.WhyUnknown}: it can't be written as JSON",
                "With another extension than .json, its bytes are exported as they are."
            );
        await using var writer = new Utf8JsonWriter(stream, JsonText.Indented);
        await ArtifactTranscription.WriteAsync(
            artifacts,
            artifact.Reference,
            definition,
            artifact.IsCollected,
            new JsonTranscript(writer),
            cancellationToken
        );
    }

    private static async Task CopyAsync(FileSet files, string folder, bool force, CancellationToken cancellationToken)
    {
        // All of them are looked at first: where one can't be written, none is.
        var places = files.Select(file => (File: file, Place: ExportTarget.Inside(folder, file.Path))).ToList();
        places.ForEach(place => ExportTarget.Check(place.Place, force));
        foreach (var (file, place) in places)
        {
            await CopyAsync(file, place, force, cancellationToken);
        }
    }

    private static async Task CopyAsync(FileArtifact file, string path, bool force, CancellationToken cancellationToken)
    {
        await using var source = file.OpenRead();
        await ExportTarget.WriteAsync(path, force, stream => source.CopyToAsync(stream, cancellationToken));
    }
}
