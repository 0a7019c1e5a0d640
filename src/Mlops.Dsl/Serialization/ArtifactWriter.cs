using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// Writes primitives in the canonical form that <see cref="ArtifactReader"/> reads: little-endian numbers, lengths as base-128 varints.
/// </summary>
public sealed class ArtifactWriter : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _destination;
    private byte[] _buffer;
    private SortedSet<string>? _doubted;
    private ObjectDepth _depth;
    private int _count;
    private long _handedOn;

    /// <summary>Creates a writer that buffers before a stream, which stays open.</summary>
    public ArtifactWriter(Stream destination, IArtifactFiles files)
    {
        _destination = destination;
        Files = files;
        _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    }

    /// <summary>Where artifacts that are files keep their bytes.</summary>
    public IArtifactFiles Files { get; }

    /// <summary>How many bytes were written.</summary>
    internal long Position => _handedOn + _count;

    /// <summary>The types of the objects that may be read back as something else than they were; each once.</summary>
    internal IReadOnlyCollection<string> Doubted => _doubted ?? (IReadOnlyCollection<string>)[];

    /// <summary>Writes a byte.</summary>
    public void WriteByte(byte value)
    {
        if (_count == _buffer.Length)
        {
            Flush();
        }

        _buffer[_count++] = value;
    }

    /// <summary>Writes a bool as 0 or 1.</summary>
    public void WriteBoolean(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    /// <summary>
    /// Writes a fixed-size number or a struct of such, little-endian. Floating-point NaNs are the caller's to make canonical.
    /// </summary>
    public void WriteUnmanaged<T>(T value)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if (_buffer.Length - _count < size)
        {
            Flush();
        }

        MemoryMarshal.Write(_buffer.AsSpan(_count), in value);
        if (!BitConverter.IsLittleEndian)
        {
            _buffer.AsSpan(_count, size).Reverse();
        }

        _count += size;
    }

    /// <summary>Writes a double; every NaN is written as the one canonical NaN, and negative zero stays itself.</summary>
    public void WriteDouble(double value) => WriteUnmanaged(double.IsNaN(value) ? double.NaN : value);

    /// <summary>Writes a float; every NaN is written as the one canonical NaN, and negative zero stays itself.</summary>
    public void WriteSingle(float value) => WriteUnmanaged(float.IsNaN(value) ? float.NaN : value);

    /// <summary>Writes a count or length as a base-128 varint of one to five bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public void WriteLength(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteVarUInt64((ulong)value);
    }

    /// <summary>Writes an unsigned number as a base-128 varint of one to ten bytes.</summary>
    public void WriteVarUInt64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>
    /// Writes a string: twice its byte count, then UTF-8; or, where lone surrogates make UTF-8 lossy, twice the count plus one, then
    /// UTF-16.
    /// </summary>
    public void WriteString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        int length;
        try
        {
            length = StrictUtf8.GetByteCount(value);
        }
        catch (EncoderFallbackException)
        {
            WriteVarUInt64(((ulong)value.Length * 2 * 2) | 1);
            WriteSpan(value.AsSpan());
            return;
        }

        WriteVarUInt64((ulong)length * 2);
        if (length <= _buffer.Length - _count || length <= BufferSize)
        {
            if (length > _buffer.Length - _count)
            {
                Flush();
            }

            _count += StrictUtf8.GetBytes(value, _buffer.AsSpan(_count));
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(length);
        WriteBytes(bytes.AsSpan(0, StrictUtf8.GetBytes(value, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Writes bytes as they are, without a length.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count)
        {
            Flush();
            if (bytes.Length > _buffer.Length)
            {
                _destination.Write(bytes);
                _handedOn += bytes.Length;
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>
    /// Writes fixed-size numbers in bulk, little-endian, without a length. Floating-point NaNs are the caller's to make canonical.
    /// </summary>
    public void WriteSpan<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian || Unsafe.SizeOf<T>() == 1)
        {
            // Chunked, because a span of bytes can't be longer than int.MaxValue.
            var chunk = int.MaxValue / Unsafe.SizeOf<T>();
            for (; values.Length > chunk; values = values[chunk..])
            {
                WriteBytes(MemoryMarshal.AsBytes(values[..chunk]));
            }

            WriteBytes(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (var value in values)
        {
            WriteUnmanaged(value);
        }
    }

    /// <summary>Writes a content hash.</summary>
    public void WriteHash(ContentHash hash) => WriteBytes(hash);

    /// <summary>Hands what is buffered to the stream.</summary>
    public void Flush()
    {
        _destination.Write(_buffer.AsSpan(0, _count));
        _handedOn += _count;
        _count = 0;
    }

    /// <summary>Notes that an object of a type was written that may be read back as something else.</summary>
    internal void Doubt(string typeName) => (_doubted ??= new(StringComparer.Ordinal)).Add(typeName);

    /// <summary>Counts an object in which members follow.</summary>
    internal void EnterObject(string typeName) => _depth.Enter(typeName);

    /// <summary>Ends what <see cref="EnterObject"/> began.</summary>
    internal void LeaveObject() => _depth.Leave();

    /// <summary>Flushes and gives the buffer back. The stream stays open.</summary>
    public void Dispose()
    {
        if (_buffer.Length == 0)
        {
            return;
        }

        Flush();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
