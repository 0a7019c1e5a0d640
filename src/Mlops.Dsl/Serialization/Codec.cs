namespace Mlops.Dsl.Serialization;

/// <summary>
/// Encodes the values of a type as an artifact's bytes. A codec is canonical (values that no program can tell apart give equal bytes) and
/// total (what it writes it reads back, NaN and infinities included).
/// </summary>
/// <typeparam name="T">The artifact's type.</typeparam>
public abstract class Codec<T> : ICodecShape
{
    /// <summary>
    /// The encoding's identity and version, such as <c>list(row(Id:string,Area:string))</c>. It is part of the cache key: a codec that
    /// writes other bytes for a value than before must have another schema.
    /// </summary>
    public abstract string Schema { get; }

    /// <summary>
    /// Whether a value can't be changed by whoever holds it, and enumerates in the order in which it is read back. Such a value is handed
    /// from stage to stage as it is; of any other each stage gets a copy of its own, so that no stage sees what another did to its inputs.
    /// </summary>
    public abstract bool IsImmutable { get; }

    /// <summary>Appends the value's bytes.</summary>
    public abstract void Write(ArtifactWriter writer, T value);

    /// <summary>Reads the value back.</summary>
    /// <exception cref="ArtifactFormatException">The bytes are not what <see cref="Write"/> writes.</exception>
    public abstract T Read(ArtifactReader reader);

    /// <summary>
    /// Reads a value's bytes and passes on what they consist of, for <c>artifact show</c> and <c>artifact export</c>. Unless a codec
    /// overrides it, that is what the value itself says: numbers, texts and lists as such, anything else by its <c>ToString()</c>.
    /// </summary>
    /// <exception cref="ArtifactFormatException">The bytes are not what <see cref="Write"/> writes.</exception>
    public virtual void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ValueTranscript.Write(transcript, Read(reader));
    }
}
