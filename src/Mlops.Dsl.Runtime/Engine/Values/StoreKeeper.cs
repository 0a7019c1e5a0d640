using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Keeps values in a store.</summary>
internal sealed class StoreKeeper(IArtifactStore artifacts) : ArtifactKeeper
{
    public override bool KeepsAll => true;

    public override async ValueTask<KeptArtifact> KeepAsync(ArtifactSlot slot, CancellationToken cancellationToken)
    {
        using var staging = artifacts.Stage();
        using (var writer = new ArtifactWriter(staging.Content, staging))
        {
            slot.Encode(writer);
        }

        return new StoredValue(await staging.CompleteAsync(cancellationToken));
    }

    public override async ValueTask LoadAsync(KeptArtifact artifact, ArtifactSlot slot)
    {
        using var content = await artifacts.OpenAsync(artifact.Reference.Hash);
        Decode(content, slot);
    }

    public override ElementCollection Collect(OutputDefinition output, int count) => new StoredCollection(artifacts, output, new ContentHash[count]);

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

    internal static void Decode(IArtifactContent content, ArtifactSlot slot)
    {
        using var reader = new ArtifactReader(content.Content, content.Length, content);
        slot.Decode(reader);
        reader.EnsureEnd();
    }
}
