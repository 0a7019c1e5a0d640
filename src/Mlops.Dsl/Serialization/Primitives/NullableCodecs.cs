namespace Mlops.Dsl.Serialization;

/// <summary>A byte that tells whether there is a value, then the value.</summary>
internal sealed class NullableCodec<T>(Codec<T> inner) : Codec<T?>
    where T : struct
{
    public override string Schema => $"{inner.Schema}?";

    public override bool IsImmutable => inner.IsImmutable;

    public override void Write(ArtifactWriter writer, T? value)
    {
        writer.WriteBoolean(value.HasValue);
        if (value is { } known)
        {
            inner.Write(writer, known);
        }
    }

    public override T? Read(ArtifactReader reader) => reader.ReadBoolean() ? inner.Read(reader) : null;

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        if (reader.ReadBoolean())
        {
            inner.Transcribe(reader, transcript);
        }
        else
        {
            transcript.WriteNull();
        }
    }
}

/// <summary>A byte that tells whether there is an object, then the object.</summary>
internal sealed class NullableReferenceCodec<T>(Codec<T> inner) : Codec<T?>
    where T : class
{
    public override string Schema => $"{inner.Schema}?";

    public override bool IsImmutable => inner.IsImmutable;

    public override void Write(ArtifactWriter writer, T? value)
    {
        writer.WriteBoolean(value is not null);
        if (value is not null)
        {
            inner.Write(writer, value);
        }
    }

    public override T? Read(ArtifactReader reader) => reader.ReadBoolean() ? inner.Read(reader) : null;

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        if (reader.ReadBoolean())
        {
            inner.Transcribe(reader, transcript);
        }
        else
        {
            transcript.WriteNull();
        }
    }
}
