using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Serialization;

/// <summary>Binary floating-point numbers: all NaNs are written as one, negative zero stays itself.</summary>
internal sealed class FloatingPointCodec<T>(string schema) : Codec<T>, IBulkCodec<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int ChunkLength = 4096;

    public override string Schema => schema;

    public override bool IsImmutable => true;

    public int ItemSize => Unsafe.SizeOf<T>();

    public override void Write(ArtifactWriter writer, T value) => writer.WriteUnmanaged(T.IsNaN(value) ? T.NaN : value);

    public override T Read(ArtifactReader reader) => reader.ReadUnmanaged<T>();

    public void WriteAll(ArtifactWriter writer, ReadOnlySpan<T> values)
    {
        for (; values.Length > 0; values = values[Math.Min(ChunkLength, values.Length)..])
        {
            var chunk = values[..Math.Min(ChunkLength, values.Length)];
            if (HasNaN(chunk))
            {
                foreach (var value in chunk)
                {
                    Write(writer, value);
                }
            }
            else
            {
                writer.WriteSpan(chunk);
            }
        }
    }

    public void ReadAll(ArtifactReader reader, Span<T> values) => reader.ReadSpan(values);

    private static bool HasNaN(ReadOnlySpan<T> values)
    {
        if (Vector<T>.IsSupported)
        {
            // NaN alone is unequal to itself.
            var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
            foreach (ref readonly var vector in vectors)
            {
                if (!Vector.EqualsAll(vector, vector))
                {
                    return true;
                }
            }

            values = values[(vectors.Length * Vector<T>.Count)..];
        }

        foreach (var value in values)
        {
            if (T.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
