namespace Mlops.Dsl.Serialization;

/// <summary>The window, how many answers were skipped, then the answers.</summary>
internal sealed class ServedCodec<TInput, TPrediction>(Codec<TInput> input, Codec<TPrediction> prediction)
    : Codec<Served<TInput, TPrediction>>
{
    private readonly ServedRowCodec<TInput, TPrediction> _row = new(input, prediction);

    public override string Schema => $"served({input.Schema},{prediction.Schema})";

    public override bool IsImmutable => _row.IsImmutable;

    public override void Write(ArtifactWriter writer, Served<TInput, TPrediction> value)
    {
        _ = value ?? throw NullValue.Found(nameof(Served<TInput, TPrediction>));
        writer.WriteUnmanaged(value.Window.Start.Ticks);
        writer.WriteUnmanaged(value.Window.End.Ticks);
        writer.WriteLength(value.Skipped);
        writer.WriteLength(value.Count);
        foreach (var row in value)
        {
            _row.Write(writer, row);
        }
    }

    public override Served<TInput, TPrediction> Read(ArtifactReader reader)
    {
        var window = ReadWindow(reader);
        var skipped = reader.ReadLength();
        return new(window, ItemSequence.Read(reader, _row), skipped);
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("window");
        transcript.WriteText(ReadWindow(reader).ToString());
        transcript.WriteName("skipped");
        transcript.WriteNumber((double)reader.ReadLength());
        transcript.WriteName("rows");
        ItemSequence.Transcribe(reader, _row, transcript);
        transcript.EndObject();
    }

    private static TimeWindow ReadWindow(ArtifactReader reader)
    {
        var (start, end) = (UtcMoment.Read(reader), UtcMoment.Read(reader));
        return end >= start
            ? new TimeWindow(start, end)
            : throw new ArtifactFormatException("The artifact is not in its codec's format: a window ends before it starts.");
    }
}
