using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization;

/// <summary>Encodes and decodes values in memory.</summary>
internal static class Encoded
{
    public static byte[] Write<T>(Codec<T> codec, T value, IArtifactFiles? files = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArtifactWriter(stream, files ?? new FolderFiles("nowhere")))
        {
            codec.Write(writer, value);
        }

        return stream.ToArray();
    }

    public static T Read<T>(Codec<T> codec, byte[] bytes, IArtifactFiles? files = null)
    {
        using var reader = new ArtifactReader(new MemoryStream(bytes), bytes.Length, files ?? new FolderFiles("nowhere"));
        var value = codec.Read(reader);
        reader.EnsureEnd();
        return value;
    }

    /// <summary>What the codec says about the value's bytes.</summary>
    public static string Transcribe<T>(Codec<T> codec, T value) => TranscribeBytes(codec, Write(codec, value));

    /// <summary>Writes, reads, writes again, and expects the same bytes, of which a transcript takes all.</summary>
    public static T RoundTrip<T>(Codec<T> codec, T value)
    {
        var bytes = Write(codec, value);
        var back = Read(codec, bytes);
        Assert.Equal(bytes, Write(codec, back));
        Assert.NotEqual("", TranscribeBytes(codec, bytes));
        return back;
    }

    /// <summary>Reads every beginning of the bytes, which must be refused and must not crash.</summary>
    public static void RefusesEveryTruncation<T>(Codec<T> codec, T value, IArtifactFiles? files = null)
    {
        var bytes = Write(codec, value, files);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ArtifactFormatException>(() => Read(codec, bytes[..length], files));
            Assert.Throws<ArtifactFormatException>(() => TranscribeBytes(codec, bytes[..length]));
        }
    }

    public static string TranscribeBytes<T>(Codec<T> codec, byte[] bytes)
    {
        using var reader = new ArtifactReader(new MemoryStream(bytes), bytes.Length, new FolderFiles("nowhere"));
        var transcript = new RecordedTranscript();
        codec.Transcribe(reader, transcript);
        reader.EnsureEnd();
        return transcript.ToString();
    }
}

/// <summary>Files in a folder, named by their hashes.</summary>
internal sealed class FolderFiles(string folder) : IArtifactFiles
{
    public ContentHash HashInPlace(string path) => ContentHash.Of(File.ReadAllBytes(path));

    public ContentHash Store(string path)
    {
        var hash = HashInPlace(path);
        File.Copy(path, GetPath(hash), overwrite: true);
        return hash;
    }

    public string GetPath(ContentHash content) => Path.Combine(folder, content.ToString());
}
