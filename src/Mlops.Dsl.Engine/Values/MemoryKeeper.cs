using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Keeps values in memory: those that stages may share as they are, others as bytes, so that no stage sees what another did to its inputs.
/// </summary>
internal sealed class MemoryKeeper(IArtifactFiles files) : ArtifactKeeper
{
    public override bool KeepsAll => false;

    public override async ValueTask<KeptArtifact> KeepAsync(OutputDefinition output, ArtifactSlot slot, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        IReadOnlyCollection<string> doubted;
        using (var writer = new ArtifactWriter(bytes, files))
        {
            slot.Encode(writer);
            doubted = writer.Doubted;
        }

        var kept = new Bytes(bytes.ToArray());
        if (doubted.Count > 0)
        {
            await new ReadBack(output, doubted, files).EnsureSameAsync(ContentHash.Of(kept.Content), copy => LoadAsync(kept, copy));
        }

        return kept;
    }

    public override ValueTask LoadAsync(KeptArtifact artifact, ArtifactSlot slot)
    {
        Decode(artifact, slot);
        return ValueTask.CompletedTask;
    }

    public override ElementCollection Collect(OutputDefinition output, int count) => new Collection(this, output, count);

    public override ValueTask<ElementCollection> OpenCollectionAsync(OutputDefinition output, KeptArtifact list) =>
        throw new InvalidOperationException("A run in memory reuses nothing.");

    private void Decode(KeptArtifact artifact, ArtifactSlot slot)
    {
        var content = ((Bytes)artifact).Content;
        using var stream = new MemoryStream(content, writable: false);
        using var reader = new ArtifactReader(stream, content.Length, files);
        slot.Decode(reader);
        reader.EnsureEnd();
    }

    private sealed record Bytes(byte[] Content) : KeptArtifact(default(ArtifactReference));

    private sealed class Collection(MemoryKeeper keeper, OutputDefinition output, int count) : ElementCollection(output, count)
    {
        private readonly object?[] _elements = new object?[count];

        public override void Set(int index, ArtifactSlot? slot, KeptArtifact? kept) => _elements[index] = Output.IsImmutable ? slot : kept;

        public override ContentHash? HashOf(int index) => null;

        public override void Load(int index, ArtifactSlot slot)
        {
            if (_elements[index] is ArtifactSlot shared)
            {
                slot.CopyFrom(shared);
            }
            else
            {
                keeper.Decode((KeptArtifact)_elements[index]!, slot);
            }
        }

        public override ValueTask<KeptArtifact?> KeepAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<KeptArtifact?>(null);
    }
}
