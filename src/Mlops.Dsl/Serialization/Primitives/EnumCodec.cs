using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// Enums as their numbers. The members are part of the schema: a renumbered enum must not read old numbers as other members.
/// </summary>
internal sealed class EnumCodec<T> : Codec<T>, IBulkCodec<T>
    where T : unmanaged, Enum
{
    public static EnumCodec<T> Instance { get; } = new();

    public override string Schema { get; } =
        $"enum{Unsafe.SizeOf<T>() * 8}("
        + string.Join(',', Enum.GetNames<T>().Select(static name => $"{name}={Enum.Parse<T>(name):D}").Order(StringComparer.Ordinal))
        + ")";

    public override bool IsImmutable => true;

    public int ItemSize => Unsafe.SizeOf<T>();

    public override void Write(ArtifactWriter writer, T value) => writer.WriteUnmanaged(value);

    public override T Read(ArtifactReader reader) => reader.ReadUnmanaged<T>();

    public void WriteAll(ArtifactWriter writer, ReadOnlySpan<T> values) => writer.WriteSpan(values);

    public void ReadAll(ArtifactReader reader, Span<T> values) => reader.ReadSpan(values);
}
