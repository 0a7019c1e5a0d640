namespace Mlops.Dsl.Serialization;

/// <summary>Rows with a provenance: the count, then the rows. The provenance is in the type and in the schema.</summary>
internal sealed class DatasetCodec<TDataset, T>(string provenance, Codec<T> row, Func<T[], TDataset> create) : Codec<TDataset>
    where TDataset : Dataset<T>
    where T : notnull
{
    public override string Schema => $"{provenance}({row.Schema})";

    public override bool IsImmutable => row.IsImmutable;

    public override void Write(ArtifactWriter writer, TDataset value) =>
        ItemSequence.Write(writer, row, (value ?? throw NullValue.Found(typeof(TDataset).Name)).AsSpan());

    public override TDataset Read(ArtifactReader reader) => create(ItemSequence.Read(reader, row));

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        ItemSequence.Transcribe(reader, row, transcript);
}

/// <summary>A fold: its two sets.</summary>
internal sealed class FoldCodec<T>(Codec<TrainSet<T>> train, Codec<ValidationSet<T>> validation) : Codec<Fold<T>>
    where T : notnull
{
    public override string Schema => $"fold({train.Schema},{validation.Schema})";

    public override bool IsImmutable => train.IsImmutable && validation.IsImmutable;

    public override void Write(ArtifactWriter writer, Fold<T> value)
    {
        _ = value ?? throw NullValue.Found(nameof(Fold<T>));
        train.Write(writer, value.Train);
        validation.Write(writer, value.Validation);
    }

    public override Fold<T> Read(ArtifactReader reader) => new(train.Read(reader), validation.Read(reader));

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("train");
        train.Transcribe(reader, transcript);
        transcript.WriteName("validation");
        validation.Transcribe(reader, transcript);
        transcript.EndObject();
    }
}
