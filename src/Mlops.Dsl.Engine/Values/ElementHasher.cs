using System.Security.Cryptography;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>Hashes a value as an artifact would be, without keeping it: files are hashed where they are.</summary>
internal sealed class ElementHasher(IArtifactFiles files) : Stream, IArtifactFiles
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The hash of the value's bytes.</summary>
    public ContentHash Hash(ArtifactSlot slot)
    {
        using (var writer = new ArtifactWriter(this, this))
        {
            slot.Encode(writer);
        }

        ContentHash hash = default;
        _hash.GetHashAndReset(hash);
        return hash;
    }

    public ContentHash HashInPlace(string path) => files.HashInPlace(path);

    public ContentHash Store(string path) => files.HashInPlace(path);

    public string GetPath(ContentHash content) => files.GetPath(content);

    public override void Write(ReadOnlySpan<byte> buffer) => _hash.AppendData(buffer);

    public override void Write(byte[] buffer, int offset, int count) => _hash.AppendData(buffer, offset, count);

    public override void Flush()
    {
        // Nothing is buffered here.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
