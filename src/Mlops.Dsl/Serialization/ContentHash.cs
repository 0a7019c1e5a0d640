using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mlops.Dsl.Serialization;

/// <summary>The SHA-256 of an artifact's bytes: its identity in the store and in cache keys.</summary>
[InlineArray(Size)]
[StructLayout(LayoutKind.Sequential)]
[SuppressMessage("Style", "IDE0044", Justification = "An inline array's field is written through its span.")]
[SuppressMessage("Style", "IDE0051", Justification = "An inline array's field is read through its span.")]
public struct ContentHash : IEquatable<ContentHash>, IComparable<ContentHash>
{
    /// <summary>The length in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private byte _first;

    /// <summary>Reads a hash from its 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public ContentHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A content hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        bytes.CopyTo(this);
    }

    /// <summary>The hash of some bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        ContentHash hash = default;
        SHA256.HashData(content, hash);
        return hash;
    }

    /// <summary>Reads a hash from 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is anything else.</exception>
    public static ContentHash Parse(string text) =>
        TryParse(text, out var hash) ? hash : throw new FormatException($"'{text}' is no SHA-256: 64 hexadecimal digits are expected.");

    /// <summary>Reads a hash from 64 hexadecimal digits, or tells that the text is anything else.</summary>
    public static bool TryParse(string? text, out ContentHash hash)
    {
        hash = default;
        return text?.Length == 2 * Size
            && Convert.FromHexString(text, hash, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == Size;
    }

    /// <summary>The 32 bytes.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> AsSpan() => this;

    /// <inheritdoc />
    public bool Equals(ContentHash other) => AsSpan().SequenceEqual(other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => MemoryMarshal.Read<int>(this);

    /// <inheritdoc />
    public int CompareTo(ContentHash other) => AsSpan().SequenceCompareTo(other);

    /// <summary>The 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(this);

    /// <summary>Whether two hashes are the same.</summary>
    public static bool operator ==(ContentHash left, ContentHash right) => left.Equals(right);

    /// <summary>Whether two hashes differ.</summary>
    public static bool operator !=(ContentHash left, ContentHash right) => !left.Equals(right);

    /// <summary>Orders hashes by their bytes.</summary>
    public static bool operator <(ContentHash left, ContentHash right) => left.CompareTo(right) < 0;

    /// <summary>Orders hashes by their bytes.</summary>
    public static bool operator >(ContentHash left, ContentHash right) => left.CompareTo(right) > 0;

    /// <summary>Orders hashes by their bytes.</summary>
    public static bool operator <=(ContentHash left, ContentHash right) => left.CompareTo(right) <= 0;

    /// <summary>Orders hashes by their bytes.</summary>
    public static bool operator >=(ContentHash left, ContentHash right) => left.CompareTo(right) >= 0;
}
