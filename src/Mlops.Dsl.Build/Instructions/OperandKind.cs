namespace Mlops.Dsl.Build.Instructions;

/// <summary>What follows an opcode.</summary>
internal enum OperandKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A number, a variable's index or a branch offset: bytes that mean the same in any module.</summary>
    Literal,

    /// <summary>The targets of a switch.</summary>
    Switch,

    /// <summary>The token of a user string.</summary>
    String,

    /// <summary>The token of a type, member or signature.</summary>
    Token,
}
