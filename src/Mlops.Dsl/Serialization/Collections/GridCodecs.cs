namespace Mlops.Dsl.Serialization;

/// <summary>Arrays of two dimensions: their lengths, then the items, row by row.</summary>
internal sealed class Array2Codec<T>(Codec<T> item) : Codec<T[,]>
{
    public override string Schema => $"array2({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, T[,] value)
    {
        _ = value ?? throw NullValue.Found(typeof(T[,]).Name);
        Grid.WriteLengths(writer, value);
        ItemSequence.WriteItems(writer, item, Grid.Items<T>(value));
    }

    public override T[,] Read(ArtifactReader reader)
    {
        var (lengths, count) = Grid.ReadLengths(reader, item, rank: 2);
        var items = ItemSequence.ReadItems(reader, item, count);
        var value = new T[lengths[0], lengths[1]];
        items.CopyTo(Grid.Items<T>(value));
        return value;
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        var (lengths, count) = Grid.ReadLengths(reader, item, rank: 2);
        reader.BeginItems(count);
        Grid.Transcribe(reader, item, lengths[0], lengths[1], transcript);
    }
}

/// <summary>Arrays of three dimensions: their lengths, then the items, the last index running fastest.</summary>
internal sealed class Array3Codec<T>(Codec<T> item) : Codec<T[,,]>
{
    public override string Schema => $"array3({item.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, T[,,] value)
    {
        _ = value ?? throw NullValue.Found(typeof(T[,,]).Name);
        Grid.WriteLengths(writer, value);
        ItemSequence.WriteItems(writer, item, Grid.Items<T>(value));
    }

    public override T[,,] Read(ArtifactReader reader)
    {
        var (lengths, count) = Grid.ReadLengths(reader, item, rank: 3);
        var items = ItemSequence.ReadItems(reader, item, count);
        var value = new T[lengths[0], lengths[1], lengths[2]];
        items.CopyTo(Grid.Items<T>(value));
        return value;
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        var (lengths, count) = Grid.ReadLengths(reader, item, rank: 3);
        reader.BeginItems(count);
        transcript.BeginList(lengths[0]);
        for (var i = 0; i < lengths[0]; i++)
        {
            Grid.Transcribe(reader, item, lengths[1], lengths[2], transcript);
        }

        transcript.EndList();
    }
}
