namespace Mlops.Dsl.Build.Instructions;

/// <summary>The opcodes that the walk tells apart (ECMA-335, partition III). Two-byte opcodes have 0xFE in the high byte.</summary>
internal static class OpCode
{
    public const ushort NoOperation = 0x00;
    public const ushort LoadArgument0 = 0x02;
    public const ushort Duplicate = 0x25;
    public const ushort Pop = 0x26;
    public const ushort Jump = 0x27;
    public const ushort Call = 0x28;
    public const ushort CallIndirect = 0x29;
    public const ushort Return = 0x2A;
    public const ushort Switch = 0x45;
    public const ushort CallVirtual = 0x6F;
    public const ushort LoadString = 0x72;
    public const ushort NewObject = 0x73;
    public const ushort Throw = 0x7A;
    public const ushort LoadField = 0x7B;
    public const ushort LoadFieldAddress = 0x7C;
    public const ushort StoreField = 0x7D;
    public const ushort LoadStaticField = 0x7E;
    public const ushort LoadStaticFieldAddress = 0x7F;
    public const ushort StoreStaticField = 0x80;
    public const ushort LoadElementAddress = 0x8F;
    public const ushort LoadToken = 0xD0;
    public const ushort EndFinally = 0xDC;
    public const ushort Leave = 0xDD;
    public const ushort LeaveShort = 0xDE;
    public const ushort LoadFunction = 0xFE06;
    public const ushort LoadVirtualFunction = 0xFE07;
    public const ushort EndFilter = 0xFE11;
    public const ushort InitializeObject = 0xFE15;
    public const ushort Constrained = 0xFE16;
    public const ushort Rethrow = 0xFE1A;

    /// <summary>The kind of an opcode's operand and its size in bytes (a switch: of its count).</summary>
    public static (OperandKind Kind, int Size) Operand(ushort code) =>
        code switch
        {
            LoadString => (OperandKind.String, 4),
            Switch => (OperandKind.Switch, 4),
            >= 0x27 and <= 0x29 or 0x6F or 0x70 or 0x71 or 0x73 or 0x74 or 0x75 or 0x79 => (OperandKind.Token, 4),
            >= 0x7B and <= 0x81 or 0x8C or 0x8D or 0x8F or >= 0xA3 and <= 0xA5 or 0xC2 or 0xC6 or 0xD0 => (OperandKind.Token, 4),
            0xFE06 or 0xFE07 or 0xFE15 or 0xFE16 or 0xFE1C => (OperandKind.Token, 4),
            >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE or 0xFE12 or 0xFE19 => (OperandKind.Literal, 1),
            >= 0xFE09 and <= 0xFE0E => (OperandKind.Literal, 2),
            0x20 or 0x22 or >= 0x38 and <= 0x44 or 0xDD => (OperandKind.Literal, 4),
            0x21 or 0x23 => (OperandKind.Literal, 8),
            _ => (OperandKind.None, 0),
        };

    /// <summary>Whether the operand is the distance to a branch target.</summary>
    public static bool IsBranch(ushort code) => code is >= 0x2B and <= 0x44 or Leave or LeaveShort;

    /// <summary>Whether control never reaches the next instruction.</summary>
    public static bool EndsFlow(ushort code) =>
        code is 0x2B or 0x38 or Leave or LeaveShort or Return or Throw or Rethrow or Jump or EndFinally or EndFilter;
}
