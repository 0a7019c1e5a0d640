using System.IO.Compression;
using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>The assemblies in the file of a program that was published as a single file: there they have no files of their own.</summary>
internal sealed class SingleFileBundle
{
    private const uint OldestVersion = 2;
    private const uint NewestVersion = 6;
    private const uint FirstCompressedVersion = 6;
    private const int ChunkSize = 1 << 20;

    private static readonly Lazy<SingleFileBundle?> Process = new(() => Environment.ProcessPath is { } path ? TryOpen(path) : null);

    private readonly string _path;
    private readonly Dictionary<string, Entry> _entries;

    private SingleFileBundle(string path, Dictionary<string, Entry> entries)
    {
        _path = path;
        _entries = entries;
    }

    /// <summary>The bundle that this process was started from; null where it is no single file.</summary>
    public static SingleFileBundle? OfProcess => Process.Value;

    /// <summary>The SHA-256 of ".net core bundle", which the program's host keeps beside the position of the bundle's header.</summary>
    private static ReadOnlySpan<byte> Signature =>
        [
            0x8b,
            0x12,
            0x02,
            0xb9,
            0x6a,
            0x61,
            0x20,
            0x38,
            0x72,
            0x7b,
            0x93,
            0x02,
            0x14,
            0xd7,
            0xa0,
            0x32,
            0x13,
            0xf5,
            0xb9,
            0xe6,
            0xef,
            0xae,
            0x33,
            0x18,
            0xee,
            0x3b,
            0x2d,
            0xce,
            0x24,
            0xb3,
            0x6a,
            0xae,
        ];

    /// <summary>Opens a program's file; null where it holds no bundle that is understood.</summary>
    public static SingleFileBundle? TryOpen(string path)
    {
        using var file = File.OpenRead(path);
        if (FindHeader(file) is not (> 0 and var header) || header >= file.Length)
        {
            return null;
        }

        file.Position = header;
        using var reader = new BinaryReader(file, Encoding.UTF8);
        var version = reader.ReadUInt32();
        reader.ReadUInt32(); // the minor version
        return version is >= OldestVersion and <= NewestVersion ? new SingleFileBundle(path, ReadEntries(reader, version)) : null;
    }

    /// <summary>The bytes of a file at the bundle's top; null where there is none.</summary>
    public byte[]? Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        using var file = File.OpenRead(_path);
        file.Position = entry.Offset;
        var content = new byte[entry.Size];
        using var stream = entry.IsCompressed ? new DeflateStream(file, CompressionMode.Decompress) : (Stream)file;
        stream.ReadExactly(content);
        return content;
    }

    private static Dictionary<string, Entry> ReadEntries(BinaryReader reader, uint version)
    {
        var count = reader.ReadInt32();
        reader.ReadString(); // the bundle's id
        for (var i = 0; i < 5; i++)
        {
            reader.ReadInt64(); // where two known files lie and how long they are, and flags
        }

        var entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            var offset = reader.ReadInt64();
            var size = reader.ReadInt64();
            var isCompressed = version >= FirstCompressedVersion && reader.ReadInt64() != 0;
            reader.ReadByte(); // the file's kind
            entries[reader.ReadString()] = new Entry(offset, size, isCompressed);
        }

        return entries;
    }

    /// <summary>
    /// The position of the header; null where the file is no host of a bundle. The host comes first, before any assembly that has
    /// these bytes as data.
    /// </summary>
    private static long? FindHeader(FileStream file)
    {
        var chunk = new byte[ChunkSize];
        var kept = 0;
        while (file.ReadAtLeast(chunk.AsSpan(kept), ChunkSize - kept, throwOnEndOfStream: false) is > 0 and var read)
        {
            var filled = kept + read;
            var found = chunk.AsSpan(0, filled).IndexOf(Signature);
            if (found >= sizeof(long))
            {
                return BitConverter.ToInt64(chunk, found - sizeof(long));
            }

            kept = Math.Min(filled, sizeof(long) + Signature.Length - 1);
            chunk.AsSpan(filled - kept, kept).CopyTo(chunk);
        }

        return null;
    }

    private readonly record struct Entry(long Offset, long Size, bool IsCompressed);
}
