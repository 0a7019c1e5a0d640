using System.Buffers;
using System.Security.Cryptography;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>Takes an artifact's bytes: few stay in memory, more go into a temporary file, hashed on the way.</summary>
/// <param name="limit">How many bytes stay in memory at most.</param>
/// <param name="folder">The store.</param>
/// <param name="nextPath">Names the temporary file.</param>
internal sealed class SpillStream(int limit, StoreFolder folder, Func<string> nextPath) : Stream
{
    private byte[]? _memory;
    private int _count;
    private FileStream? _file;
    private IncrementalHash? _hash;
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException("An artifact is written from start to end.");
    }

    /// <summary>The temporary file; null while the bytes are in memory.</summary>
    public string? Path => _file?.Name;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_file is null && _length + buffer.Length <= limit)
        {
            _memory ??= ArrayPool<byte>.Shared.Rent(limit);
            buffer.CopyTo(_memory.AsSpan(_count));
            _count += buffer.Length;
        }
        else
        {
            Append(buffer);
        }

        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>The bytes, where they are in memory; an array of their own.</summary>
    public byte[] ToArray() => _memory is null ? [] : _memory.AsSpan(0, _count).ToArray();

    /// <summary>Makes the temporary file durable and closes it.</summary>
    /// <returns>The hash of its bytes.</returns>
    public ContentHash Finish()
    {
        _file!.Flush(flushToDisk: true);
        _file.Dispose();
        ContentHash hash = default;
        _hash!.GetHashAndReset(hash);
        return hash;
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("An artifact is read after it was stored.");

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("An artifact is written from start to end.");

    public override void SetLength(long value) => throw new NotSupportedException("An artifact is written from start to end.");

    /// <summary>Closes the file, which stays where it is, and gives the memory back.</summary>
    protected override void Dispose(bool disposing)
    {
        if (_memory is not null)
        {
            ArrayPool<byte>.Shared.Return(_memory);
            _memory = null;
        }

        _hash?.Dispose();
        _file?.Dispose();
        base.Dispose(disposing);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file ??= Spill();
            _file.Write(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, _file?.Name ?? folder.Temporary);
        }

        _hash!.AppendData(bytes);
    }

    private FileStream Spill()
    {
        var held = _memory.AsSpan(0, _count);
        var file = PrivateFiles.Create(nextPath());

        // Known before the first write, so that a file that can't be written is removed with the staging.
        _file = file;
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Write(held);
        _hash.AppendData(held);
        return file;
    }
}
