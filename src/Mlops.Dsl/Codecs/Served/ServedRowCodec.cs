namespace Mlops.Dsl.Serialization;

/// <summary>One answered request: id, time, input, prediction, version, label.</summary>
internal sealed class ServedRowCodec<TInput, TPrediction>(Codec<TInput> input, Codec<TPrediction> prediction)
    : Codec<ServedRow<TInput, TPrediction>>
{
    public override string Schema => $"servedrow({input.Schema},{prediction.Schema})";

    public override bool IsImmutable => input.IsImmutable && prediction.IsImmutable;

    public override void Write(ArtifactWriter writer, ServedRow<TInput, TPrediction> value)
    {
        _ = value ?? throw NullValue.Found(nameof(ServedRow<TInput, TPrediction>));
        writer.WriteString(value.RequestId);
        UtcMoment.Write(writer, value.Time);
        input.Write(writer, value.Input);
        prediction.Write(writer, value.Prediction);
        writer.WriteLength(value.ModelVersion);
        writer.WriteBoolean(value.Label is not null);
        if (value.Label is not null)
        {
            writer.WriteString(value.Label);
        }
    }

    public override ServedRow<TInput, TPrediction> Read(ArtifactReader reader) =>
        new(
            reader.ReadString(),
            UtcMoment.Read(reader),
            input.Read(reader),
            prediction.Read(reader),
            reader.ReadLength(),
            reader.ReadBoolean() ? reader.ReadString() : null
        );

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("requestId");
        transcript.WriteText(reader.ReadString());
        transcript.WriteName("time");
        transcript.WriteText(UtcMoment.Text(UtcMoment.Read(reader)));
        transcript.WriteName("input");
        input.Transcribe(reader, transcript);
        transcript.WriteName("prediction");
        prediction.Transcribe(reader, transcript);
        transcript.WriteName("modelVersion");
        transcript.WriteNumber((double)reader.ReadLength());
        transcript.WriteName("label");
        if (reader.ReadBoolean())
        {
            transcript.WriteText(reader.ReadString());
        }
        else
        {
            transcript.WriteNull();
        }

        transcript.EndObject();
    }
}
