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
            _sliced[constructor] = sliced = TrySlice(constructor) ?? new([], parts.Of(constructor), TakesArguments(constructor));
        }

        return sliced;
    }

    private SlicedConstructor? TrySlice(MethodId constructor)
    {
        // What a person wrote into a static constructor runs as a whole, whoever touches the type.
        var isWritten =
            constructor.Name == ".cctor" && !constructor.DeclaringType.Definition.Attributes.HasFlag(TypeAttributes.BeforeFieldInit);
        if (isWritten || constructor.Module.Body(constructor.Handle) is not { ExceptionRegions.Length: 0 } body)
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
            if (FieldStore.Find(constructor, piece) is { } store && SetsItsOwnLocals(il, store.Value))
            {
                pieces.Add((store.Field, store.Value));
                start = end;
            }
            else if (!PreparesTemporary(piece[^1].Code))
            {
                break;
            }
        }

        return new(
            [.. Describe(constructor, body, il, pieces)],
            RestOf(constructor, body, il, instructions[start..]),
            TakesArguments(constructor)
        );
    }

    private static bool TakesArguments(MethodId constructor) => constructor.Definition.GetParameters().Count > 0;

    private IEnumerable<FieldInitializer> Describe(
        MethodId constructor,
        MethodBodyBlock body,
        byte[] il,
        List<(FieldId Field, List<Instruction> Instructions)> pieces
    )
    {
        foreach (var (position, group) in pieces.GroupBy(piece => piece.Field, piece => piece.Instructions).Index())
        {
            List<Instruction>[] values = [.. group];
            var key = $"{PartScope.Key(constructor.DeclaringType)}::{constructor.Name} {group.Key.Name}";
            var part = parts.Create(
                constructor.Module,
                key,
                DisplayNames.Of(group.Key) + " (initial value)",
                (scope, definitions) =>
                {
                    scope.TypeName(constructor.DeclaringType.Handle);
                    scope.Writer.Write(values.Length);
                    foreach (var value in values)
                    {
                        WriteCode(definitions, body, il, value);
                    }
                }
            );
            yield return new(
                constructor,
                position,
                group.Key,
                part,
                values.SelectMany(value => value).Any(instruction => MaySeeFields(constructor.Module, instruction))
            );
        }
    }

    private Part? RestOf(MethodId constructor, MethodBodyBlock body, byte[] il, List<Instruction> rest) =>
        rest.TrueForAll(instruction => IsTrivial(constructor.Module, instruction))
            ? null
            : parts.Create(
                constructor.Module,
                $"{PartScope.Key(constructor.DeclaringType)}::{constructor.Name}",
                DisplayNames.Of(constructor),
                (scope, definitions) =>
                {
                    scope.TypeName(constructor.DeclaringType.Handle);
                    WriteCode(definitions, body, il, rest);
                    definitions.Selves.Note(constructor.Definition, body.LocalSignature, il, rest);
                }
            );

    private static void WriteCode(DefinitionWriter definitions, MethodBodyBlock body, byte[] il, IReadOnlyList<Instruction> instructions)
    {
        if (instructions.Any(instruction => LocalAccess.TryRead(il, instruction, out _, out _)))
        {
            definitions.Bodies.WriteLocals(body);
        }

        definitions.Bodies.Write(il, instructions);
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

    private static bool PreparesTemporary(ushort code) => code is 0x00 or OpCode.InitializeObject or 0x13 or 0xFE0E or >= 0x0A and <= 0x0D;

    private static bool MaySeeFields(WalkedModule module, Instruction instruction) =>
        instruction.Code switch
        {
            OpCode.LoadStaticField
            or OpCode.LoadStaticFieldAddress
            or OpCode.LoadFunction
            or OpCode.LoadVirtualFunction
            or OpCode.CallIndirect => true,
            OpCode.Call or OpCode.CallVirtual or OpCode.NewObject => IsOwnCode(module, instruction.Entity),
            _ => false,
        };

    private static bool IsOwnCode(WalkedModule module, EntityHandle method) =>
        method.Kind switch
        {
            HandleKind.MethodDefinition => true,
            HandleKind.MethodSpecification => IsOwnCode(
                module,
                module.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method
            ),
            _ => module.Reader.GetMemberReference((MemberReferenceHandle)method).Parent.Kind != HandleKind.TypeReference,
        };

    /// <summary>The end of an empty constructor: the call of <see cref="object"/>'s, and the return.</summary>
    private static bool IsTrivial(WalkedModule module, Instruction instruction) =>
        instruction.Code switch
        {
            0x00 or OpCode.LoadArgument0 or OpCode.Return => true,
            OpCode.Call => instruction.Entity is { Kind: HandleKind.MemberReference } handle
                && module.Reader.GetMemberReference((MemberReferenceHandle)handle).Parent is { Kind: HandleKind.TypeReference } parent
                && module.Reader.FullName((TypeReferenceHandle)parent) == "System.Object",
            _ => false,
        };
}
