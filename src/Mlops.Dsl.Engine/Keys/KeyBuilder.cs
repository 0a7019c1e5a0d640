using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Collects the fields of a cache key, each with its length before it, so that no two lists of fields give the same bytes.
/// </summary>
internal sealed class KeyBuilder : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _count;

    /// <summary>Adds a text; null is not the same as empty.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            AddLength(-1);
            return;
        }

        // UTF-16 code units as they are: lone surrogates must not fall together.
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        AddLength(bytes.Length);
        AddBytes(bytes);
    }

    /// <summary>Adds a hash.</summary>
    public void Add(ContentHash hash)
    {
        AddLength(ContentHash.Size);
        AddBytes(hash);
    }

    /// <summary>Adds a number, such as the count of the fields that follow.</summary>
    public void Add(int number)
    {
        AddLength(sizeof(int));
        AddLength(number);
    }

    /// <summary>The key of all fields so far.</summary>
    public CacheKey ToKey() => new(ContentHash.Of(_buffer.AsSpan(0, _count)));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void AddLength(int length)
    {
        Reserve(sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_count), length);
        _count += sizeof(int);
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    private void Reserve(int size)
    {
        if (_buffer.Length - _count >= size)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, checked(_count + size)));
        _buffer.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
