using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>The parts of a cache key that many executions share, encoded on the caller's thread.</summary>
/// <param name="Content">What <see cref="KeyPartsFormat"/> writes.</param>
/// <param name="Hash">Equal for equal content and fingerprint.</param>
internal readonly record struct SharedSettings(byte[] Content, ContentHash Hash)
{
    /// <summary>Encodes the parts.</summary>
    public static SharedSettings Of(KeyParts parts)
    {
        var content = KeyPartsFormat.Write(parts);
        var hash = ContentHash.Of(content);
        if (parts.Fingerprint is { } fingerprint)
        {
            Span<byte> both = stackalloc byte[2 * ContentHash.Size];
            hash.AsSpan().CopyTo(both);
            fingerprint.AsSpan().CopyTo(both[ContentHash.Size..]);
            hash = ContentHash.Of(both);
        }

        return new SharedSettings(content, hash);
    }
}
