namespace Mlops.Dsl.Serialization;

/// <summary>
/// Collections that are sorted by a text: one byte says whether by its bytes (<see cref="StringComparer.Ordinal"/>) or by the order of
/// the culture in which they are read, which is the default; then the collection.
/// </summary>
/// <typeparam name="T">The collection's type.</typeparam>
internal sealed class TextOrderCodec<T>(Codec<T> cultural, Codec<T> ordinal, Func<T, object> comparerOf) : Codec<T>
    where T : class
{
    public override string Schema => $"sorted({ordinal.Schema})";

    public override bool IsImmutable => false;

    public override void Write(ArtifactWriter writer, T value)
    {
        _ = value ?? throw NullValue.Found(typeof(T).Name);
        var isOrdinal = comparerOf(value).Equals(StringComparer.Ordinal);
        writer.WriteBoolean(isOrdinal);
        Ordered(isOrdinal).Write(writer, value);
    }

    public override T Read(ArtifactReader reader) => Ordered(reader.ReadBoolean()).Read(reader);

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        Ordered(reader.ReadBoolean()).Transcribe(reader, transcript);

    private Codec<T> Ordered(bool isOrdinal) => isOrdinal ? ordinal : cultural;
}
