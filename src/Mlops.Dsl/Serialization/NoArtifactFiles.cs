namespace Mlops.Dsl.Serialization;

/// <summary>Stands where bytes are kept by themselves, with no files beside them: in the log of what was served, say.</summary>
internal sealed class NoArtifactFiles : IArtifactFiles
{
    public static readonly NoArtifactFiles Instance = new();

    private const string Message = "A value that is kept without files beside it can't refer to a file.";

    public ContentHash HashInPlace(string path) => throw new ArtifactFormatException(Message);

    public ContentHash Store(string path) => throw new ArtifactFormatException(Message);

    public string GetPath(ContentHash content) => throw new ArtifactFormatException(Message);
}
