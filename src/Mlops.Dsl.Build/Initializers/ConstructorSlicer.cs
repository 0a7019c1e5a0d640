using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Initializers;

/// <summary>
/// Takes a constructor apart into the initializers of its fields and the rest, so that a stage depends on the initial values of only
/// those fields that it reaches.
/// </summary>
internal sealed class ConstructorSlicer(PartFactory parts)
{
    private readonly Dictionary<MethodId, SlicedConstructor> _sliced = [];

    public SlicedConstructor Slice(MethodId constructor)
    {
        if (!_sliced.TryGetValue(constructor, out var sliced))
        {
            _sliced[constructor] = sliced = TrySlice(constructor) ?? new([], parts.Of(constructor));
        }

        return sliced;
    }

    private SlicedConstructor? TrySlice(MethodId constructor)
    {
        if (constructor.Module.Body(constructor.Handle) is not { ExceptionRegions.Length: 0 } body)
        {
            return null;
        }

        var il = body.GetILBytes()!;
        var instructions = Instruction.Decode(il);
        if (Statement.FindEnds(il, instructions, constructor.Module.Reader) is not { } ends)
        {
            return null;
        }

        var start = 0;
        var pieces = new List<(FieldId Field, List<Instruction> Instructions)>();
        foreach (var end in ends)
        {
            // Statements that only prepare a temporary belong to the store that follows them.
            var piece = instructions[start..end];
            if (StoredField(constructor, piece) is { } field && SetsItsOwnLocals(il, piece))
            {
                pieces.Add((field, piece));
                start = end;
            }
            else if (!PreparesTemporary(piece[^1].Code))
            {
                break;
            }
        }

        return new([.. Describe(constructor, body, il, pieces)], RestOf(constructor, body, il, instructions[start..]));
    }

    private IEnumerable<FieldInitializer> Describe(MethodId constructor, MethodBodyBlock body, byte[] il, List<(FieldId Field, List<Instruction> Instructions)> pieces)
    {
        foreach (var (position, group) in pieces.GroupBy(piece => piece.Field, piece => piece.Instructions).Index())
        {
            // The store itself goes without saying: the field is in the key.
            List<Instruction>[] values = [.. group.Select(piece => piece[..^1])];
            var key = $"{PartScope.Key(constructor.DeclaringType)}::{constructor.Name} {group.Key.Name}";
            var part = parts.Create(constructor.Module, key, DisplayNames.Of(group.Key) + " (initial value)", (scope, definitions) =>
            {
                scope.TypeName(constructor.DeclaringType.Handle);
                scope.Writer.Write(values.Length);
                foreach (var value in values)
                {
                    WriteCode(definitions, body, il, value);
                }
            });
            yield return new(constructor, position, group.Key, part, values.SelectMany(value => value).Any(instruction => MaySeeFields(constructor.Module, instruction)));
        }
    }

    private Part? RestOf(MethodId constructor, MethodBodyBlock body, byte[] il, List<Instruction> rest) =>
        rest.TrueForAll(instruction => IsTrivial(constructor.Module, instruction)) ? null
            : parts.Create(constructor.Module, $"{PartScope.Key(constructor.DeclaringType)}::{constructor.Name}", DisplayNames.Of(constructor), (scope, definitions) =>
            {
                scope.TypeName(constructor.DeclaringType.Handle);
                WriteCode(definitions, body, il, rest);
            });

    private static void WriteCode(DefinitionWriter definitions, MethodBodyBlock body, byte[] il, IReadOnlyList<Instruction> instructions)
    {
        if (instructions.Any(instruction => LocalAccess.TryRead(il, instruction, out _, out _)))
        {
            definitions.Bodies.WriteLocals(body);
        }

        definitions.Bodies.Write(il, instructions);
    }

    /// <summary>The field of the constructor's own type, and of the constructed object, that a piece of code ends in storing to.</summary>
    private static FieldId? StoredField(MethodId constructor, List<Instruction> piece)
    {
        var last = piece[^1];
        var isStatic = constructor.Definition.Attributes.HasFlag(MethodAttributes.Static);
        if (last.Code != (isStatic ? OpCode.StoreStaticField : OpCode.StoreField) || FieldOf(constructor, last.Entity) is not { } field)
        {
            return null;
        }

        return isStatic || piece.Find(instruction => instruction.Kind != OperandKind.None || instruction.Code != 0).Code == OpCode.LoadArgument0 ? field : null;
    }

    private static FieldId? FieldOf(MethodId constructor, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MemberReference)
        {
            // In a generic type, the type's own fields are referred to through its instance over its own parameters.
            var reader = constructor.Module.Reader;
            var name = reader.GetMemberReference((MemberReferenceHandle)handle).Name;
            return constructor.DeclaringType.Definition.GetFields()
                .Where(candidate => reader.GetString(reader.GetFieldDefinition(candidate).Name) == reader.GetString(name))
                .Select(candidate => (FieldId?)new FieldId(constructor.Module, candidate))
                .FirstOrDefault();
        }

        var field = new FieldId(constructor.Module, (FieldDefinitionHandle)handle);
        return field.DeclaringType == constructor.DeclaringType ? field : null;
    }

    private static bool SetsItsOwnLocals(byte[] il, List<Instruction> piece)
    {
        var set = new HashSet<int>();
        foreach (var instruction in piece)
        {
            if (LocalAccess.TryRead(il, instruction, out var local, out var isRead))
            {
                if (isRead && !set.Contains(local))
                {
                    return false;
                }

                set.Add(local);
            }
        }

        return true;
    }

    private static bool PreparesTemporary(ushort code) => code is 0x00 or 0xFE15 or 0x13 or 0xFE0E or >= 0x0A and <= 0x0D;

    private static bool MaySeeFields(WalkedModule module, Instruction instruction) => instruction.Code switch
    {
        OpCode.LoadStaticField or OpCode.LoadStaticFieldAddress or OpCode.LoadFunction or OpCode.LoadVirtualFunction or OpCode.CallIndirect => true,
        OpCode.Call or OpCode.CallVirtual or OpCode.NewObject => IsOwnCode(module, instruction.Entity),
        _ => false,
    };

    private static bool IsOwnCode(WalkedModule module, EntityHandle method) => method.Kind switch
    {
        HandleKind.MethodDefinition => true,
        HandleKind.MethodSpecification => IsOwnCode(module, module.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method),
        _ => module.Reader.GetMemberReference((MemberReferenceHandle)method).Parent.Kind != HandleKind.TypeReference,
    };

    /// <summary>The end of an empty constructor: the call of <see cref="object"/>'s, and the return.</summary>
    private static bool IsTrivial(WalkedModule module, Instruction instruction) => instruction.Code switch
    {
        0x00 or OpCode.LoadArgument0 or OpCode.Return => true,
        OpCode.Call => instruction.Entity is { Kind: HandleKind.MemberReference } handle
            && module.Reader.GetMemberReference((MemberReferenceHandle)handle).Parent is { Kind: HandleKind.TypeReference } parent
            && module.Reader.FullName((TypeReferenceHandle)parent) == "System.Object",
        _ => false,
    };
}
