using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>Joins what concerns one variable of a main method: a local, or the field of the state machine that stands for one.</summary>
/// <remarks>
/// The compiler uses one local variable for several values that have nothing to do with each other. Where control runs straight, a
/// variable that is set anew is another one. Who only reads a value that never changes depends on who set it, and not the other way round.
/// </remarks>
internal sealed class VariableUses
{
    private const int Arguments = -1;

    private readonly ProgramBody _body;
    private readonly ProgramFlow _flow;
    private readonly List<int>[] _producers;
    private readonly HashSet<int> _constructed = [];
    private readonly HashSet<int> _results = [];
    private readonly bool _hasReferences;
    private readonly bool _changesArguments;
    private readonly NatureOfTypes _natures;
    private readonly IReadOnlyList<bool> _immutableLocals;

    public VariableUses(ProgramBody body, ProgramFlow flow, List<int>[] producers, NatureOfTypes natures)
    {
        (_natures, _immutableLocals) = (natures, natures.AreImmutable(body.Method.Module, body.LocalSignature));
        (_body, _flow, _producers) = (body, flow, producers);
        _changesArguments = ChangesArguments();
        _hasReferences =
            !body.LocalSignature.IsNil
            && body.Method.Module.Reader.GetStandaloneSignature(body.LocalSignature)
                .DecodeLocalSignature(SignatureText.Instance, null)
                .Any(type => type.EndsWith('&'));
        for (var i = 0; i < producers.Length; i++)
        {
            if (ConstructsInPlace(i) && producers[i] is [var address, ..] && body.Instructions[address].Code is 0x12 or 0xFE0D)
            {
                _constructed.Add(address);
            }
        }

        for (var i = flow.Epilogue; i < producers.Length; i++)
        {
            if (flow.TryGetLocal(i, out var local))
            {
                _results.Add(local);
            }
        }
    }

    /// <summary>Joins the instructions that concern each variable.</summary>
    /// <param name="sets">The instructions' sets.</param>
    /// <param name="isConditional">Whether control may reach or pass over an instruction by a jump.</param>
    /// <returns>For each instruction that only reads a value that never changes, the one that set it last.</returns>
    public Dictionary<int, int> Join(DisjointSets sets, Func<int, bool> isConditional)
    {
        var reads = new Dictionary<int, int>();
        var current = new Dictionary<(bool IsHoisted, int Number), int>();
        for (var i = 0; i < _producers.Length; i++)
        {
            if (_flow.IsPlumbing(i) || VariableOf(i) is not { } variable)
            {
                continue;
            }

            if (current.TryGetValue(variable, out var other))
            {
                if (OnlyReads(i))
                {
                    reads[i] = other;
                    continue;
                }

                if (!Sets(i) || isConditional(i))
                {
                    sets.Join(other, i);
                }
            }

            current[variable] = i;
        }

        return reads;
    }

    private bool OnlyReads(int index)
    {
        if (_flow.HoistedField(index) is { } field)
        {
            return _body.Instructions[index].Code == OpCode.LoadField
                && _natures.Of(new FieldId(_body.Method.Module, field)) == FieldNature.Immutable;
        }

        return LocalAccess.TryRead(_body.Il, _body.Instructions[index], out var local, out var isRead) && isRead && _immutableLocals[local];
    }

    private (bool IsHoisted, int Number)? VariableOf(int index)
    {
        if (_flow.HoistedField(index) is { } field)
        {
            return _flow.IsOfStateMachine(field) || IsArgument(field) ? null : (true, MetadataTokens.GetRowNumber(field));
        }

        if (_body.StateMachine is null && _changesArguments && IsArgumentAccess(_body.Instructions[index].Code))
        {
            return (true, Arguments);
        }

        // What a path leaves for the method's end to return concerns nobody else.
        return _flow.TryGetLocal(index, out var local) && !_results.Contains(local) ? (false, local) : null;
    }

    /// <summary>Whether the variable has nothing of its earlier value from here on.</summary>
    private bool Sets(int index) =>
        _body.Instructions[index].Code switch
        {
            0x12 or 0xFE0D => _constructed.Contains(index) && !_hasReferences,
            0x13 or 0xFE0E or (>= 0x0A and <= 0x0D) or OpCode.StoreField => !_hasReferences,
            _ => false,
        };

    private bool ConstructsInPlace(int index)
    {
        var instruction = _body.Instructions[index];
        return instruction.Code == OpCode.InitializeObject || (instruction.Code == OpCode.Call && NameOf(instruction.Entity) == ".ctor");
    }

    /// <summary>Whether the field holds the program's arguments, and nobody changes them.</summary>
    private bool IsArgument(FieldDefinitionHandle field) => !_changesArguments && IsNamed(field);

    /// <summary>A hoisted parameter has its own name; a hoisted local variable's holds an ordinal.</summary>
    private bool IsNamed(FieldDefinitionHandle field)
    {
        var reader = _body.Method.Module.Reader;
        return !reader.GetString(reader.GetFieldDefinition(field).Name).StartsWith('<');
    }

    /// <summary>Whether the program's arguments are replaced, or one of them is.</summary>
    private bool ChangesArguments() =>
        Enumerable
            .Range(0, _producers.Length)
            .Any(index =>
                _body.Instructions[index].Code switch
                {
                    0x0F or 0x10 or 0xFE0A or 0xFE0B => _body.StateMachine is null,
                    OpCode.StoreField or OpCode.LoadFieldAddress => _flow.HoistedField(index) is { } field && IsNamed(field),
                    0xA2 => _producers[index].Exists(LoadsArguments),
                    _ => false,
                }
            );

    private bool LoadsArguments(int index) =>
        _body.StateMachine is null
            ? IsArgumentAccess(_body.Instructions[index].Code)
            : _flow.HoistedField(index) is { } field && IsNamed(field);

    private static bool IsArgumentAccess(ushort code) => code is >= 0x02 and <= 0x05 or >= 0x0E and <= 0x10 or >= 0xFE09 and <= 0xFE0B;

    private string NameOf(EntityHandle method)
    {
        var reader = _body.Method.Module.Reader;
        return method.Kind switch
        {
            HandleKind.MethodDefinition => reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)method).Name),
            HandleKind.MemberReference => reader.GetString(reader.GetMemberReference((MemberReferenceHandle)method).Name),
            _ => "",
        };
    }
}
