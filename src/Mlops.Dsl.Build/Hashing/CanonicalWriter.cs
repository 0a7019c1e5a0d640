using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mlops.Dsl.Build.Hashing;

/// <summary>Collects length-prefixed fields and hashes them, so that no two sequences of fields give the same bytes.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    public void Write(bool value) => Write(value ? 1 : 0);

    public void Write(string value)
    {
        // UTF-16 keeps lone surrogates, which a string literal may hold and UTF-8 would fold into one.
        Write(value.Length);
        _buffer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        _buffer.Write(value);
    }

    /// <summary>Bytes of a length that the reader knows already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> value) => _buffer.Write(value);

    public byte[] ToHash() => SHA256.HashData(_buffer.WrittenSpan);
}
