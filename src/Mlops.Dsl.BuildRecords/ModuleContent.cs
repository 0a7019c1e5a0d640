using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Mlops.Dsl.BuildRecords;

/// <summary>
/// A hash over what a module can do: its metadata, the IL of its methods, the initial data of its fields and its embedded
/// resources. Signing, and native code that is compiled ahead and laid beside the IL, leave it as it is; a weaver, an
/// instrumentation or a patched byte of code does not.
/// </summary>
internal static class ModuleContent
{
    /// <summary>Hashes a module.</summary>
    /// <param name="image">The bytes of its file.</param>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="InvalidDataException">The file is no assembly, or is damaged.</exception>
    public static string Hash(byte[] image)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(image, writable: false));
            return file.HasMetadata
                ? Hash(new ModuleImage(image, file.PEHeaders), file.GetMetadataReader())
                : throw new InvalidDataException("The file holds native code only.");
        }
        catch (Exception exception)
            when (exception
                    is BadImageFormatException
                        or ArgumentException
                        or OverflowException
                        or InvalidOperationException
                        or IndexOutOfRangeException
            )
        {
            throw new InvalidDataException($"The file is damaged: {exception.Message}", exception);
        }
    }

    private static string Hash(ModuleImage image, MetadataReader reader)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MetadataWithoutAddresses(image, reader));
        foreach (var method in reader.MethodDefinitions)
        {
            var address = reader.GetMethodDefinition(method).RelativeVirtualAddress;
            if (address != 0)
            {
                hash.AppendData(image.MethodBody(address));
            }
        }

        foreach (var field in reader.FieldDefinitions)
        {
            var definition = reader.GetFieldDefinition(field);
            if (definition.GetRelativeVirtualAddress() is var address and not 0)
            {
                hash.AppendData(image.Data(address, FieldSize.Of(reader, definition)));
            }
        }

        hash.AppendData(image.Resources);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Where bodies and data lie in a file is no part of what they are.</summary>
    private static byte[] MetadataWithoutAddresses(ModuleImage image, MetadataReader reader)
    {
        var metadata = image.Metadata.ToArray();
        foreach (var table in (ReadOnlySpan<TableIndex>)[TableIndex.MethodDef, TableIndex.FieldRva])
        {
            var start = reader.GetTableMetadataOffset(table);
            var size = reader.GetTableRowSize(table);
            for (var row = 0; row < reader.GetTableRowCount(table); row++)
            {
                // ECMA-335 II.22.26 and II.22.18: both tables have the address in their first column.
                metadata.AsSpan(start + (row * size), sizeof(int)).Clear();
            }
        }

        return metadata;
    }
}
