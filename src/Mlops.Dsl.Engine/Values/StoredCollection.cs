using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>A fan-out's output in a store: its elements are artifacts of their own, the list is an artifact of their hashes.</summary>
internal sealed class StoredCollection(IArtifactStore artifacts, OutputDefinition output, ContentHash[] hashes)
    : ElementCollection(output, hashes.Length)
{
    public override void Set(int index, ArtifactSlot? slot, KeptArtifact? kept) => hashes[index] = kept!.Reference.Hash;

    public override ContentHash? HashOf(int index) => hashes[index];

    public override void Load(int index, ArtifactSlot slot)
    {
        // The list's indexer is synchronous, and opening an artifact completes synchronously unless it has to be checked first.
        using var content = artifacts.OpenAsync(hashes[index]).AsTask().GetAwaiter().GetResult();
        StoreKeeper.Decode(content, slot);
    }

    public override async ValueTask<KeptArtifact?> KeepAsync(CancellationToken cancellationToken)
    {
        using var staging = artifacts.Stage();
        using (var writer = new ArtifactWriter(staging.Content, staging))
        {
            writer.WriteLength(hashes.Length);
            foreach (var hash in hashes)
            {
                writer.WriteHash(hash);
            }
        }

        foreach (var hash in hashes.Distinct())
        {
            staging.AddReference(hash);
        }

        return new StoredValue(await staging.CompleteAsync(cancellationToken));
    }
}
