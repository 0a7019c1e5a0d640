using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mlops.Dsl.Serialization;

/// <summary>Reads what <see cref="ArtifactWriter"/> wrote, and rejects whatever it could not have written.</summary>
public sealed class ArtifactReader : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _source;
    private readonly long _length;
    private byte[] _buffer;
    private ObjectDepth _depth;
    private int _start;
    private int _end;
    private long _taken;
    private long _promised;

    /// <summary>Creates a reader over a stream, which stays open.</summary>
    /// <param name="source">The bytes, from the stream's current position.</param>
    /// <param name="length">How many bytes belong to the artifact. A length read from the bytes is checked against it before anything is
    /// allocated.</param>
    /// <param name="files">Where artifacts that are files keep their bytes.</param>
    public ArtifactReader(Stream source, long length, IArtifactFiles files)
    {
        _source = source;
        _length = length;
        Files = files;
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(length, 16, BufferSize));
    }

    /// <summary>Where artifacts that are files keep their bytes.</summary>
    public IArtifactFiles Files { get; }

    /// <summary>How many bytes are left.</summary>
    public long Remaining => _length - _taken;

    /// <summary>How many bytes are left for what comes next: those that items still to come take at least are not.</summary>
    internal long Room => Remaining - _promised;

    /// <summary>Reads a byte.</summary>
    public byte ReadByte()
    {
        Take(1);
        if (_start == _end)
        {
            Fill(1);
        }

        return _buffer[_start++];
    }

    /// <summary>Reads a bool.</summary>
    public bool ReadBoolean() =>
        ReadByte() switch
        {
            0 => false,
            1 => true,
            var other => throw Malformed($"a bool is 0 or 1, not {other}"),
        };

    /// <summary>Reads a fixed-size number.</summary>
    public T ReadUnmanaged<T>()
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        Take(size);
        if (_end - _start < size)
        {
            Fill(size);
        }

        var bytes = _buffer.AsSpan(_start, size);
        _start += size;
        if (!BitConverter.IsLittleEndian)
        {
            bytes.Reverse();
        }

        return MemoryMarshal.Read<T>(bytes);
    }

    /// <summary>Reads a double.</summary>
    public double ReadDouble() => ReadUnmanaged<double>();

    /// <summary>Reads a float.</summary>
    public float ReadSingle() => ReadUnmanaged<float>();

    /// <summary>Reads the count of items that follow.</summary>
    /// <param name="minimumItemSize">The least bytes an item takes, so that a damaged count can't ask for more memory than the artifact has
    /// bytes.</param>
    public int ReadLength(int minimumItemSize = 0)
    {
        var value = ReadVarUInt64();
        if (value > int.MaxValue || (minimumItemSize > 0 && (long)value > Remaining / minimumItemSize))
        {
            throw Malformed($"a length of {value} does not fit into the {Remaining} bytes that are left");
        }

        return (int)value;
    }

    /// <summary>
    /// Reads the count of items that follow, of one byte or more each. The sequences around these items have items to come, too, of which
    /// none can use the bytes of another: so all counts of an artifact together are at most its length, however they are nested, and memory
    /// may be set aside for them.
    /// </summary>
    /// <param name="minimumItemSize">The least bytes an item takes.</param>
    internal int ReadCount(int minimumItemSize = 1)
    {
        var value = ReadVarUInt64();
        if (value > int.MaxValue || (long)value * minimumItemSize > Room)
        {
            throw Malformed($"{value} items do not fit into the {Room} bytes that are left for them");
        }

        return (int)value;
    }

    /// <summary>Keeps a byte for each of the items to come.</summary>
    internal void BeginItems(int count) => _promised += count;

    /// <summary>Begins one of the items that <see cref="BeginItems"/> kept bytes for.</summary>
    internal void BeginItem() => _promised--;

    /// <summary>Reads the byte that stands for what has no bytes of its own.</summary>
    internal void ReadFiller()
    {
        if (ReadByte() != 0)
        {
            throw Malformed("what has no content is followed by some");
        }
    }

    /// <summary>Reads a base-128 varint. Only its shortest form is accepted.</summary>
    public ulong ReadVarUInt64()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (next == 0 && shift > 0) || (shift == 63 && next > 1)
                    ? throw Malformed("a varint is not in its shortest form")
                    : value;
            }
        }

        throw Malformed("a varint has more than ten bytes");
    }

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        var header = ReadVarUInt64();
        var length = header / 2;
        if (length > (ulong)Remaining || length > int.MaxValue)
        {
            throw Malformed($"a string of {length} bytes does not fit into the {Remaining} that are left");
        }

        if ((header & 1) != 0)
        {
            if (length % sizeof(char) != 0)
            {
                throw Malformed($"a string of UTF-16 has {length} bytes, which is odd");
            }

            return string.Create((int)length / 2, this, static (chars, reader) => reader.ReadSpan(chars));
        }

        if ((int)length <= _end - _start)
        {
            Take((int)length);
            _start += (int)length;
            return Decode(_buffer.AsSpan(_start - (int)length, (int)length));
        }

        var bytes = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            ReadBytes(bytes.AsSpan(0, (int)length));
            return Decode(bytes.AsSpan(0, (int)length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Fills the span with the next bytes.</summary>
    public void ReadBytes(Span<byte> bytes)
    {
        Take(bytes.Length);
        var buffered = Math.Min(bytes.Length, _end - _start);
        _buffer.AsSpan(_start, buffered).CopyTo(bytes);
        _start += buffered;
        if (buffered < bytes.Length)
        {
            try
            {
                _source.ReadExactly(bytes[buffered..]);
            }
            catch (EndOfStreamException exception)
            {
                throw new ArtifactFormatException("The artifact's file ends before its content does.", exception);
            }
        }
    }

    /// <summary>Fills the span with fixed-size numbers.</summary>
    public void ReadSpan<T>(Span<T> values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian || Unsafe.SizeOf<T>() == 1)
        {
            var chunk = int.MaxValue / Unsafe.SizeOf<T>();
            for (; values.Length > chunk; values = values[chunk..])
            {
                ReadBytes(MemoryMarshal.AsBytes(values[..chunk]));
            }

            ReadBytes(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (ref var value in values)
        {
            value = ReadUnmanaged<T>();
        }
    }

    /// <summary>Reads a content hash.</summary>
    public ContentHash ReadHash()
    {
        ContentHash hash = default;
        ReadBytes(hash);
        return hash;
    }

    /// <summary>Rejects bytes after the value.</summary>
    /// <exception cref="ArtifactFormatException">Bytes are left.</exception>
    public void EnsureEnd()
    {
        if (Remaining != 0)
        {
            throw Malformed($"{Remaining} bytes are left after the value");
        }
    }

    /// <summary>Counts an object in which members follow.</summary>
    internal void EnterObject(string typeName) => _depth.Enter(typeName);

    /// <summary>Ends what <see cref="EnterObject"/> began.</summary>
    internal void LeaveObject() => _depth.Leave();

    /// <summary>Gives the buffer back. The stream stays open.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private static ArtifactFormatException Malformed(string detail) => new($"The artifact is not in its codec's format: {detail}.");

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ArtifactFormatException("The artifact is not in its codec's format: a string is no UTF-8.", exception);
        }
    }

    private void Take(int count)
    {
        if (count > Remaining)
        {
            throw Malformed($"{count} bytes are expected where {Remaining} are left");
        }

        _taken += count;
    }

    private void Fill(int needed)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;

        // Never read past the artifact: the stream may hold more than it.
        var wanted = (int)Math.Min(_buffer.Length - _end, needed - _end + Remaining);
        var minimum = needed - _end;
        var read = _source.ReadAtLeast(_buffer.AsSpan(_end, wanted), minimum, throwOnEndOfStream: false);
        if (read < minimum)
        {
            throw new ArtifactFormatException("The artifact's file ends before its content does.");
        }

        _end += read;
    }
}
