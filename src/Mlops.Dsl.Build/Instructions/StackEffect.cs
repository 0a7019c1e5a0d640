using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Instructions;

/// <summary>By how much an instruction changes the depth of the evaluation stack (ECMA-335, partition III).</summary>
internal static class StackEffect
{
    public static int Of(Instruction instruction, MetadataReader reader) =>
        instruction.Code switch
        {
            OpCode.Call or OpCode.CallVirtual or OpCode.CallIndirect or OpCode.NewObject => OfCall(instruction, reader),
            _ => OfSimple(instruction.Code),
        };

    /// <summary>
    /// How many values the instruction takes from the stack. A return or a jump out of a block takes what is left, which does not count
    /// here.
    /// </summary>
    public static int PoppedBy(Instruction instruction, MetadataReader reader) =>
        instruction.Code switch
        {
            OpCode.Call or OpCode.CallVirtual or OpCode.CallIndirect or OpCode.NewObject => PushedBy(instruction, reader)
                - OfCall(instruction, reader),
            OpCode.Duplicate or >= 0x46 and <= 0x50 or >= 0x65 and <= 0x6E or 0x71 or >= 0x74 and <= 0x79 or 0x7B or 0x7C => 1,
            >= 0x82 and <= 0x8E or 0xA5 or >= 0xB3 and <= 0xBA or >= 0xC2 and <= 0xC6 or >= 0xD1 and <= 0xD5 or 0xE0 => 1,
            0xFE07 or 0xFE0F or 0xFE1D => 1,
            >= 0x58 and <= 0x64 or 0x8F or >= 0x90 and <= 0x9A or 0xA3 or >= 0xD6 and <= 0xDB or >= 0xFE01 and <= 0xFE05 => 2,
            var code => Math.Max(0, -OfSimple(code)),
        };

    /// <summary>How many values a call leaves on the stack: one or none.</summary>
    public static int PushedBy(Instruction call, MetadataReader reader)
    {
        if (call.Code == OpCode.NewObject)
        {
            return 1;
        }

        var blob = SkipToReturnType(call, reader, out _, out _);
        return ReturnsVoid(blob) ? 0 : 1;
    }

    private static int OfSimple(ushort code) =>
        code switch
        {
            >= 0x02 and <= 0x09 or >= 0x14 and <= 0x23 or 0x0E or 0x0F or 0x11 or 0x12 or 0x25 or 0x72 or 0x7E or 0x7F or 0xD0 => 1,
            0xFE00 or 0xFE06 or 0xFE09 or 0xFE0A or 0xFE0C or 0xFE0D or 0xFE1C => 1,
            >= 0x0A and <= 0x0D or 0x10 or 0x13 or 0x26 or 0x2C or 0x2D or 0x39 or 0x3A or 0x45 or 0x7A or 0x80 => -1,
            >= 0x58 and <= 0x64 or 0x8F or >= 0x90 and <= 0x9A or 0xA3 or >= 0xD6 and <= 0xDB => -1,
            >= 0xFE01 and <= 0xFE05 or 0xFE0B or 0xFE0E or 0xFE11 or 0xFE15 => -1,
            >= 0x2E and <= 0x37 or >= 0x3B and <= 0x44 or >= 0x51 and <= 0x57 or 0x70 or 0x7D or 0x81 or 0xDF => -2,
            >= 0x9B and <= 0xA2 or 0xA4 or 0xFE17 or 0xFE18 => -3,
            _ => 0,
        };

    private static int OfCall(Instruction instruction, MetadataReader reader)
    {
        var blob = SkipToReturnType(instruction, reader, out var header, out var parameters);
        if (instruction.Code == OpCode.NewObject)
        {
            return 1 - parameters;
        }

        var receiver = header.IsInstance && !header.HasExplicitThis ? 1 : 0;
        var pointer = instruction.Code == OpCode.CallIndirect ? 1 : 0;
        return (ReturnsVoid(blob) ? 0 : 1) - parameters - receiver - pointer;
    }

    private static BlobReader SkipToReturnType(
        Instruction instruction,
        MetadataReader reader,
        out SignatureHeader header,
        out int parameters
    )
    {
        var blob = reader.GetBlobReader(SignatureOf(instruction.Entity, reader));
        header = blob.ReadSignatureHeader();
        if (header.IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        parameters = blob.ReadCompressedInteger();
        return blob;
    }

    private static bool ReturnsVoid(BlobReader blob)
    {
        var code = blob.ReadSignatureTypeCode();
        while (code is SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier)
        {
            blob.ReadTypeHandle();
            code = blob.ReadSignatureTypeCode();
        }

        return code == SignatureTypeCode.Void;
    }

    private static BlobHandle SignatureOf(EntityHandle handle, MetadataReader reader) =>
        handle.Kind switch
        {
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)handle).Signature,
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)handle).Signature,
            HandleKind.MethodSpecification => SignatureOf(reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method, reader),
            _ => reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).Signature,
        };
}
