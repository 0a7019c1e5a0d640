using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Build.Instructions;

/// <summary>One instruction of a method body.</summary>
/// <param name="Code">The opcode; see <see cref="OpCode"/>.</param>
/// <param name="Kind">What the operand is.</param>
/// <param name="Offset">Where the instruction starts.</param>
/// <param name="OperandOffset">Where the operand starts.</param>
/// <param name="End">Where the next instruction starts.</param>
/// <param name="Token">The operand, if it is a token.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Instruction(ushort Code, OperandKind Kind, int Offset, int OperandOffset, int End, int Token)
{
    public EntityHandle Entity => MetadataTokens.EntityHandle(Token);

    public static List<Instruction> Decode(ReadOnlySpan<byte> body)
    {
        var instructions = new List<Instruction>(body.Length / 2);
        for (var offset = 0; offset < body.Length; )
        {
            var start = offset;
            ushort code = body[offset++];
            if (code == 0xFE)
            {
                code = (ushort)(0xFE00 | body[offset++]);
            }

            var (kind, size) = OpCode.Operand(code);
            var operand = offset;
            if (kind == OperandKind.Switch)
            {
                size += 4 * BinaryPrimitives.ReadInt32LittleEndian(body[offset..]);
            }

            offset += size;
            var token = kind is OperandKind.Token or OperandKind.String ? BinaryPrimitives.ReadInt32LittleEndian(body[operand..]) : 0;
            instructions.Add(new(code, kind, start, operand, offset, token));
        }

        return instructions;
    }

    /// <summary>The offsets that the instruction may branch to.</summary>
    public IEnumerable<int> Targets(ReadOnlyMemory<byte> body)
    {
        if (Kind == OperandKind.Switch)
        {
            for (var at = OperandOffset + 4; at < End; at += 4)
            {
                yield return End + BinaryPrimitives.ReadInt32LittleEndian(body.Span[at..]);
            }
        }
        else if (OpCode.IsBranch(Code))
        {
            yield return End
                + (
                    End - OperandOffset == 1
                        ? (sbyte)body.Span[OperandOffset]
                        : BinaryPrimitives.ReadInt32LittleEndian(body.Span[OperandOffset..])
                );
        }
    }
}
