namespace Mlops.Dsl.Serialization;

/// <summary>What a codec says about its format, and can do whatever it encodes.</summary>
internal interface ICodecShape
{
    /// <inheritdoc cref="Codec{T}.Schema" />
    string Schema { get; }

    /// <inheritdoc cref="Codec{T}.IsImmutable" />
    bool IsImmutable { get; }

    /// <inheritdoc cref="Codec{T}.Transcribe" />
    void Transcribe(ArtifactReader reader, ArtifactTranscript transcript);
}
