using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Keeps values in a store.</summary>
internal sealed class StoreKeeper(IArtifactStore artifacts) : ArtifactKeeper
{
    public override bool KeepsAll => true;

    public override async ValueTask<KeptArtifact> KeepAsync(OutputDefinition output, ArtifactSlot slot, CancellationToken cancellationToken)
    {
        using var staging = artifacts.Stage();
        IReadOnlyCollection<string> doubted;
        using (var writer = new ArtifactWriter(staging.Content, staging))
        {
            slot.Encode(writer);
            doubted = writer.Doubted;
        }

        var kept = new StoredValue(await staging.CompleteAsync(cancellationToken));
        if (doubted.Count > 0)
        {
            await new ReadBack(output, doubted, staging).EnsureSameAsync(kept.Reference.Hash, copy => DecodeAsync(kept, copy));
        }

        return kept;
    }

    public override async ValueTask LoadAsync(KeptArtifact artifact, ArtifactSlot slot)
    {
        try
        {
            await DecodeAsync(artifact, slot);
        }
        catch (ArtifactFormatException exception) when (artifact is not StoredValue { Artifact.Reference.IsInline: true })
        {
            // The artifact's own bytes are sound, but a file that it names is not.
            throw new CorruptArtifactException(artifact.Reference.Hash, exception.Message);
        }
    }

    public override ElementCollection Collect(OutputDefinition output, int count) =>
        new StoredCollection(artifacts, output, new ContentHash[count]);

    public override async ValueTask<ElementCollection> OpenCollectionAsync(OutputDefinition output, KeptArtifact list)
    {
        using var content = await artifacts.OpenAsync(list.Reference.Hash);
        using var reader = new ArtifactReader(content.Content, content.Length, content);
        var hashes = new ContentHash[reader.ReadLength(ContentHash.Size)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = reader.ReadHash();
        }

        reader.EnsureEnd();
        return new StoredCollection(artifacts, output, hashes);
    }

    internal static void Decode(IArtifactContent content, ArtifactSlot slot) => Decode(content.Content, content.Length, content, slot);

    private static void Decode(Stream content, long length, IArtifactFiles files, ArtifactSlot slot)
    {
        using var reader = new ArtifactReader(content, length, files);
        slot.Decode(reader);
        reader.EnsureEnd();
    }

    private async ValueTask DecodeAsync(KeptArtifact artifact, ArtifactSlot slot)
    {
        if (artifact is StoredValue { Artifact: { Reference.IsInline: true } stored })
        {
            // The commit that brings these bytes into the store may still be on its way.
            Decode(stored, slot);
            return;
        }

        using var content = await artifacts.OpenAsync(artifact.Reference.Hash);
        Decode(content, slot);
    }

    private void Decode(StoredArtifact stored, ArtifactSlot slot)
    {
        using var files = artifacts.Stage();
        using var content = new MemoryStream(stored.Inline.ToArray(), writable: false);
        Decode(content, stored.Inline.Length, files, slot);
    }
}
