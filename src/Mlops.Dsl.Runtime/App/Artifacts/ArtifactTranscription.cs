using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// Passes on what a stored artifact consists of, by the codec of the stage that made it, without making its value: it may be larger than
/// the memory.
/// </summary>
internal static class ArtifactTranscription
{
    /// <summary>Passes on an artifact; of a fan-out's, element after element.</summary>
    /// <exception cref="ArtifactFormatException">The bytes are not what the codec writes.</exception>
    public static async Task WriteAsync(
        IArtifactStore artifacts,
        ArtifactReference artifact,
        OutputDefinition definition,
        bool isCollected,
        ArtifactTranscript transcript,
        CancellationToken cancellationToken
    )
    {
        if (!isCollected)
        {
            await WriteAsync(artifacts, artifact.Hash, definition, transcript, cancellationToken);
            return;
        }

        var elements = await new StoreKeeper(artifacts).OpenCollectionAsync(definition, new CommittedValue(artifact));
        transcript.BeginList(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            await WriteAsync(artifacts, elements.HashOf(i)!.Value, definition, transcript, cancellationToken);
        }

        transcript.EndList();
    }

    private static async Task WriteAsync(
        IArtifactStore artifacts,
        ContentHash hash,
        OutputDefinition definition,
        ArtifactTranscript transcript,
        CancellationToken cancellationToken
    )
    {
        using var content = await artifacts.OpenAsync(hash, cancellationToken);
        using var reader = new ArtifactReader(content.Content, content.Length, content);
        definition.Transcribe(reader, transcript);
        reader.EnsureEnd();
    }
}
