using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mlops.Dsl.BuildRecords;

/// <summary>Finds the pieces of a module in the bytes of its file.</summary>
internal sealed class ModuleImage(byte[] image, PEHeaders headers)
{
    private const int TinyFormat = 2;
    private const int MoreSections = 8;
    private const int FatSection = 0x40;
    private const int LastSectionMask = 0x80;

    /// <summary>The metadata, from its root to its end.</summary>
    public ReadOnlySpan<byte> Metadata => image.AsSpan(headers.MetadataStartOffset, headers.MetadataSize);

    /// <summary>The embedded resources.</summary>
    public ReadOnlySpan<byte> Resources =>
        headers.CorHeader!.ResourcesDirectory is { Size: > 0 } directory ? Data(directory.RelativeVirtualAddress, directory.Size) : [];

    /// <summary>Bytes that lie at an address.</summary>
    public ReadOnlySpan<byte> Data(int address, int size) => From(address)[..size];

    /// <summary>A method's header, IL and exception handlers (ECMA-335 II.25.4).</summary>
    public ReadOnlySpan<byte> MethodBody(int address)
    {
        var body = From(address);
        if ((body[0] & 3) == TinyFormat)
        {
            return body[..(1 + (body[0] >> 2))];
        }

        var end = (4 * (body[1] >> 4)) + BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
        var hasMore = (body[0] & MoreSections) != 0;
        while (hasMore)
        {
            // Sections start at multiples of four from the image's start, where headers do as well.
            end = (end + 3) & ~3;
            var kind = body[end];
            var size = (kind & FatSection) != 0 ? BinaryPrimitives.ReadInt32LittleEndian(body[end..]) >> 8 : body[end + 1];
            end = checked(end + Math.Max(size, 4));
            hasMore = (kind & LastSectionMask) != 0;
        }

        return body[..end];
    }

    private ReadOnlySpan<byte> From(int address)
    {
        var section = headers.SectionHeaders[SectionOf(address)];
        return image.AsSpan(section.PointerToRawData, section.SizeOfRawData)[(address - section.VirtualAddress)..];
    }

    private int SectionOf(int address) =>
        headers.GetContainingSectionIndex(address) is var section and >= 0
            ? section
            : throw new InvalidDataException($"Nothing lies at the address {address}.");
}
