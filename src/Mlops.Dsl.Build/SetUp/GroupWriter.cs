using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>
/// Writes one group of a main method's instructions so that what stands around them leaves no trace, but for what set the values that it
/// reads.
/// </summary>
internal sealed class GroupWriter
{
    private readonly PartScope _scope;
    private readonly ProgramBody _body;
    private readonly ProgramFlow _flow;
    private readonly List<int> _group;
    private readonly BodyWriter _bodies;
    private readonly ImmutableArray<string> _localTypes;
    private readonly Dictionary<(bool IsHoisted, int Number), int> _variables = [];
    private readonly Func<int, string?> _originOf;

    /// <param name="scope">The part.</param>
    /// <param name="definitions">The part's definitions.</param>
    /// <param name="body">The main method.</param>
    /// <param name="flow">How it runs.</param>
    /// <param name="group">The instructions' indexes.</param>
    /// <param name="originOf">Names what set the value that an instruction reads, where another group did.</param>
    public GroupWriter(
        PartScope scope,
        DefinitionWriter definitions,
        ProgramBody body,
        ProgramFlow flow,
        List<int> group,
        Func<int, string?> originOf
    )
    {
        (_scope, _body, _flow, _group, _bodies, _originOf) = (scope, body, flow, group, definitions.Bodies, originOf);
        _localTypes = body.LocalSignature.IsNil
            ? []
            : scope.Reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(SignatureText.Instance, null);
    }

    public void Write()
    {
        foreach (var index in _group)
        {
            Write(index);
        }

        foreach (var region in _body.Regions.Where(region => _flow.IndexOf(region.HandlerOffset) < _flow.Epilogue))
        {
            WriteRegion(region);
        }
    }

    private void Write(int index)
    {
        var instruction = _body.Instructions[index];
        if (_originOf(index) is { } origin)
        {
            _scope.Writer.Write("value");
            _scope.Writer.Write(origin);
        }
        else if (LocalAccess.TryRead(_body.Il, instruction, out var local, out var isRead))
        {
            WriteVariable(
                isRead ? "load"
                    : instruction.Code is 0x12 or 0xFE0D ? "address"
                    : "store",
                (false, local),
                () => TypeName(_localTypes[local])
            );
        }
        else if (_flow.HoistedField(index) is { } field)
        {
            // The field stands for a variable; its name and its machine's hold ordinals.
            WriteVariable($"field {instruction.Code}", (true, MetadataTokens.GetRowNumber(field)), () => TypeName(TypeOf(field)));
        }
        else if (OpCode.IsBranch(instruction.Code) || instruction.Code == OpCode.Switch)
        {
            _scope.Writer.Write(LongForm(instruction.Code));
            foreach (var target in instruction.Targets(_body.Il))
            {
                _scope.Writer.Write(PositionOf(target));
            }
        }
        else if (IsWait(instruction))
        {
            // Its type arguments name the state machine, which holds all the other groups.
            _scope.Writer.Write("await");
        }
        else
        {
            _bodies.Write(_body.Il, _body.Instructions, index);
        }
    }

    private void WriteVariable(string access, (bool IsHoisted, int Number) variable, Func<string> type)
    {
        _scope.Writer.Write(access);
        if (!_variables.TryGetValue(variable, out var number))
        {
            _variables[variable] = number = _variables.Count;
            _scope.Writer.Write(type());
        }

        _scope.Writer.Write(number);
    }

    private void WriteRegion(ExceptionRegion region)
    {
        var (start, end) = (PositionOf(region.TryOffset), PositionOf(region.TryOffset + region.TryLength));
        var (handler, handlerEnd) = (PositionOf(region.HandlerOffset), PositionOf(region.HandlerOffset + region.HandlerLength));
        if (start == end || handler == handlerEnd)
        {
            return;
        }

        _scope.Writer.Write((int)region.Kind);
        foreach (var position in (int[])[start, end, handler, handlerEnd])
        {
            _scope.Writer.Write(position);
        }

        _scope.Writer.Write(region.CatchType.IsNil ? "" : _scope.TypeName(region.CatchType));
    }

    /// <summary>The position in the group of the first instruction at or behind an offset.</summary>
    private int PositionOf(int offset)
    {
        var index = _flow.IndexOf(offset);
        return index >= _flow.Epilogue ? _group.Count
            : _group.FindIndex(item => item >= index) is var position && position >= 0 ? position
            : _group.Count;
    }

    private bool IsWait(Instruction instruction) =>
        instruction is { Code: OpCode.Call, Entity.Kind: HandleKind.MethodSpecification }
        && _scope.Reader.GetMethodSpecification((MethodSpecificationHandle)instruction.Entity).Method
            is { Kind: HandleKind.MemberReference } method
        && _scope.Reader.GetString(_scope.Reader.GetMemberReference((MemberReferenceHandle)method).Name)
            is "AwaitUnsafeOnCompleted"
                or "AwaitOnCompleted";

    private string TypeOf(FieldDefinitionHandle field) =>
        _scope.Reader.GetFieldDefinition(field).DecodeSignature(SignatureText.Instance, null);

    /// <summary>A type's name; a made-up one holds ordinals, and the instructions tell its content.</summary>
    private static string TypeName(string name) =>
        name.Contains('<', StringComparison.Ordinal) && name.Contains(">c", StringComparison.Ordinal) ? "made up"
        : name.Contains(">d__", StringComparison.Ordinal) ? "state machine"
        : name;

    private static int LongForm(ushort code) =>
        code switch
        {
            >= 0x2B and <= 0x37 => code + 0x0D,
            OpCode.LeaveShort => OpCode.Leave,
            _ => code,
        };
}
