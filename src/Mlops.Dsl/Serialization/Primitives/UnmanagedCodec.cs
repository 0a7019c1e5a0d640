using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Serialization;

/// <summary>Fixed-size values of which every bit pattern is a value of its own.</summary>
internal sealed class UnmanagedCodec<T>(string schema) : Codec<T>, IBulkCodec<T>
    where T : unmanaged
{
    public override string Schema => schema;

    public override bool IsImmutable => true;

    public int ItemSize => Unsafe.SizeOf<T>();

    public override void Write(ArtifactWriter writer, T value) => writer.WriteUnmanaged(value);

    public override T Read(ArtifactReader reader) => reader.ReadUnmanaged<T>();

    public void WriteAll(ArtifactWriter writer, ReadOnlySpan<T> values) => writer.WriteSpan(values);

    public void ReadAll(ArtifactReader reader, Span<T> values) => reader.ReadSpan(values);
}
