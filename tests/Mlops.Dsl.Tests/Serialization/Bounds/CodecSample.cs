using System.Runtime.CompilerServices;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>A codec and a value of its type, for tests that look at the bytes alone.</summary>
internal abstract class CodecSample(string expression)
{
    /// <summary>How the codec is made.</summary>
    public string Expression => expression;

    public static CodecSample Of<T>(Codec<T> codec, T value, [CallerArgumentExpression(nameof(codec))] string expression = "") =>
        new Typed<T>(codec, value, expression);

    /// <summary>The value's bytes.</summary>
    public abstract byte[] Write();

    /// <summary>Decodes bytes as a value.</summary>
    public abstract void Read(byte[] bytes);

    /// <summary>Decodes bytes as a transcript.</summary>
    public abstract void Transcribe(byte[] bytes);

    public override string ToString() => expression;

    private sealed class Typed<T>(Codec<T> codec, T value, string expression) : CodecSample(expression)
    {
        private readonly FolderFiles _files = new("nowhere");

        public override byte[] Write()
        {
            using var stream = new MemoryStream();
            using (var writer = new ArtifactWriter(stream, _files))
            {
                codec.Write(writer, value);
            }

            return stream.ToArray();
        }

        public override void Read(byte[] bytes)
        {
            using var reader = Open(bytes);
            codec.Read(reader);
            reader.EnsureEnd();
        }

        public override void Transcribe(byte[] bytes)
        {
            using var reader = Open(bytes);
            codec.Transcribe(reader, NoTranscript.Instance);
            reader.EnsureEnd();
        }

        private ArtifactReader Open(byte[] bytes) => new(new MemoryStream(bytes), bytes.Length, _files);
    }
}
