using System.Buffers.Binary;

namespace Mlops.Dsl.Build.Instructions;

/// <summary>Tells which local variable an instruction reads or sets.</summary>
internal static class LocalAccess
{
    /// <summary>Reads the instruction.</summary>
    /// <param name="il">The method's body.</param>
    /// <param name="instruction">The instruction.</param>
    /// <param name="local">The variable's index.</param>
    /// <param name="isRead">Whether its value is read; taking the address of a temporary comes before it is set.</param>
    /// <returns>Whether the instruction concerns a local variable.</returns>
    public static bool TryRead(byte[] il, Instruction instruction, out int local, out bool isRead)
    {
        var code = instruction.Code;
        isRead = code is >= 0x06 and <= 0x09 or 0x11 or 0xFE0C;
        local = code switch
        {
            >= 0x06 and <= 0x09 => code - 0x06,
            >= 0x0A and <= 0x0D => code - 0x0A,
            0x11 or 0x12 or 0x13 => il[instruction.OperandOffset],
            0xFE0C or 0xFE0D or 0xFE0E => BinaryPrimitives.ReadUInt16LittleEndian(il.AsSpan(instruction.OperandOffset)),
            _ => -1,
        };
        return local >= 0;
    }
}
