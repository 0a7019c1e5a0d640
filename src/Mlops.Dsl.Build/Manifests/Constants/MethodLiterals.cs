using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Manifests.Constants;

/// <summary>
/// Reads the literals that a method's code loads, and writes the rest of the code, so that a change of a literal alone can be
/// told.
/// </summary>
internal static class MethodLiterals
{
    private const ushort LoadMinusOne = 0x15;
    private const ushort LoadEight = 0x1E;
    private const ushort LoadInt8 = 0x1F;
    private const ushort LoadInt32 = 0x20;
    private const ushort LoadInt64 = 0x21;
    private const ushort LoadSingle = 0x22;
    private const ushort LoadDouble = 0x23;
    private const ushort FirstShortBranch = 0x2B;
    private const ushort LastShortBranch = 0x37;
    private const ushort FromShortToLong = 0x0D;

    /// <summary>Adds a body's literals to a set and its shape to a writer.</summary>
    public static void Read(WalkedModule module, ReadOnlySpan<byte> body, HashSet<Literal> literals, CanonicalWriter shape)
    {
        foreach (var instruction in Instruction.Decode(body))
        {
            if (ReadLiteral(module, body, instruction) is { } literal)
            {
                literals.Add(literal);
                shape.Write(-1);
            }
            else
            {
                // A literal of another size moves what follows, and may make a branch longer.
                var isShortBranch = instruction.Code is >= FirstShortBranch and <= LastShortBranch;
                shape.Write(isShortBranch ? instruction.Code + FromShortToLong : instruction.Code);
                if (instruction.Kind == OperandKind.Token)
                {
                    shape.Write(NameOf(module.Reader, instruction.Entity));
                }
                else if (instruction.Kind == OperandKind.Literal && !OpCode.IsBranch(instruction.Code))
                {
                    shape.Write(body[instruction.OperandOffset..instruction.End]);
                }
            }
        }
    }

    private static Literal? ReadLiteral(WalkedModule module, ReadOnlySpan<byte> body, Instruction instruction)
    {
        var operand = body[instruction.OperandOffset..instruction.End];
        return instruction.Code switch
        {
            >= LoadMinusOne and <= LoadEight => new(instruction.Code - LoadMinusOne - 1),
            LoadInt8 => new((sbyte)operand[0]),
            LoadInt32 => new(BinaryPrimitives.ReadInt32LittleEndian(operand)),
            LoadInt64 => new(BinaryPrimitives.ReadInt64LittleEndian(operand)),
            LoadSingle => Literal.OfNumber(BinaryPrimitives.ReadSingleLittleEndian(operand)),
            LoadDouble => Literal.OfNumber(BinaryPrimitives.ReadDoubleLittleEndian(operand)),
            OpCode.LoadString => Literal.OfText(module.Reader.GetUserString(MetadataTokens.UserStringHandle(instruction.Token & 0xFFFFFF))),
            _ => null,
        };
    }

    /// <summary>Tokens are numbers that any new member shifts; names are not.</summary>
    private static string NameOf(MetadataReader reader, EntityHandle entity) =>
        entity.Kind switch
        {
            HandleKind.MethodDefinition => reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)entity).Name),
            HandleKind.MemberReference => reader.GetString(reader.GetMemberReference((MemberReferenceHandle)entity).Name),
            HandleKind.FieldDefinition => reader.GetString(reader.GetFieldDefinition((FieldDefinitionHandle)entity).Name),
            HandleKind.TypeDefinition => reader.GetString(reader.GetTypeDefinition((TypeDefinitionHandle)entity).Name),
            HandleKind.TypeReference => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)entity).Name),
            HandleKind.MethodSpecification => NameOf(reader, reader.GetMethodSpecification((MethodSpecificationHandle)entity).Method),
            _ => "",
        };
}
