using System.Globalization;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// A file's path, length and hash. The content is an object of its own, or stays where the source found it; the bytes here are the same.
/// </summary>
internal sealed class FileArtifactCodec(bool staysInPlace) : Codec<FileArtifact>
{
    public override string Schema => "file";

    // Sources' files may be changed by others; the engine looks whether they were, when a stage that read them commits.
    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, FileArtifact value)
    {
        _ = value ?? throw NullValue.Found(nameof(FileArtifact));
        var hash = Hash(writer.Files, value);
        writer.WriteString(value.Path);
        writer.WriteVarUInt64((ulong)value.Length);
        writer.WriteHash(hash);
    }

    public override FileArtifact Read(ArtifactReader reader)
    {
        var path = reader.ReadString();
        var length = reader.ReadVarUInt64();
        var hash = reader.ReadHash();
        try
        {
            var file = new FileArtifact(path, reader.Files.GetPath(hash), isStored: true);
            return (ulong)file.Length == length
                ? file
                : throw new ArtifactFormatException(
                    $"The stored content of '{path}' is damaged: it has {file.Length} bytes instead of {length}."
                );
        }
        catch (FileNotFoundException exception)
        {
            throw new ArtifactFormatException($"The stored content of '{path}' is missing.", exception);
        }
    }

    // What the artifact says of the file: a source's file lies outside the store, and may be another by now.
    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript)
    {
        transcript.BeginObject();
        transcript.WriteName("path");
        transcript.WriteText(reader.ReadString());
        transcript.WriteName("length");
        transcript.WriteDigits(reader.ReadVarUInt64().ToString(CultureInfo.InvariantCulture));
        transcript.WriteName("hash");
        transcript.WriteText(reader.ReadHash().ToString());
        transcript.EndObject();
    }

    private ContentHash Hash(IArtifactFiles files, FileArtifact file)
    {
        try
        {
            return staysInPlace ? files.HashInPlace(file.Location) : files.Store(file.Location);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new SourceException($"The file '{file.Location}' can't be read: {exception.Message}", exception);
        }
    }
}

/// <summary>Files, in the order of their paths.</summary>
internal sealed class FileSetCodec(Codec<FileArtifact> file) : Codec<FileSet>
{
    public override string Schema => "list(file)";

    public override bool IsImmutable => true;

    public override void Write(ArtifactWriter writer, FileSet value)
    {
        _ = value ?? throw NullValue.Found(nameof(FileSet));
        writer.WriteLength(value.Count);
        foreach (var item in value)
        {
            file.Write(writer, item);
        }
    }

    public override FileSet Read(ArtifactReader reader)
    {
        try
        {
            return new FileSet(ItemSequence.Read(reader, file));
        }
        catch (ArgumentException exception)
        {
            throw new ArtifactFormatException($"The artifact is not in its codec's format: {exception.Message}", exception);
        }
    }

    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        ItemSequence.Transcribe(reader, file, transcript);
}
