namespace Mlops.Dsl.Serialization;

/// <summary>A codec of objects, whatever their type, that can tell which case of an abstract type an object is.</summary>
internal interface IObjectTranscript
{
    /// <summary>Passes on an object.</summary>
    /// <param name="reader">Where the object's bytes are.</param>
    /// <param name="transcript">What takes the members.</param>
    /// <param name="caseName">The case that the object is; null where no abstract type is declared.</param>
    void Transcribe(ArtifactReader reader, ArtifactTranscript transcript, string? caseName);
}
