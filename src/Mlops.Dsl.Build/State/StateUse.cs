using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.State;

/// <summary>Tells where code could change what others see through a static field, from where it provably only reads.</summary>
internal sealed class StateUse(Resolver resolver, NatureOfTypes natures)
{
    private readonly Dictionary<MethodId, FieldId?> _getters = [];

    /// <summary>
    /// The static field that the instruction may change, or hand out so that it could be changed; null if it does neither.
    /// </summary>
    public FieldId? Of(WalkedModule module, IReadOnlyList<Instruction> instructions, int index)
    {
        var instruction = instructions[index];
        switch (instruction.Code)
        {
            case OpCode.StoreStaticField or OpCode.LoadStaticFieldAddress:
                return resolver.ResolveField(module, instruction.Entity);
            case OpCode.LoadToken when IsField(module, instruction.Entity):
                return resolver.ResolveField(module, instruction.Entity);
            case OpCode.LoadStaticField:
                return resolver.ResolveField(module, instruction.Entity) is { } field && !IsRead(module, instructions, index, field)
                    ? field
                    : null;
            case OpCode.Call or OpCode.LoadFunction:
                return
                    resolver.ResolveMethods(module, instruction.Entity) is [var method]
                    && FieldOfGetter(method) is { } shared
                    && (instruction.Code == OpCode.LoadFunction || !IsRead(module, instructions, index, shared))
                    ? shared
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Tells from its type what can become of a value.</summary>
    public NatureOfTypes Natures => natures;

    /// <summary>The static field whose value a method returns, if it does nothing else.</summary>
    public FieldId? FieldOfGetter(MethodId method)
    {
        if (!_getters.TryGetValue(method, out var field))
        {
            _getters[method] = field =
                method.Module.Body(method.Handle) is { } body
                && body.GetILReader().Length == 6
                && Instruction.Decode(body.GetILBytes()!) is [{ Code: OpCode.LoadStaticField } load, { Code: OpCode.Return }]
                    ? resolver.ResolveField(method.Module, load.Entity)
                    : null;
        }

        return field;
    }

    private static bool IsField(WalkedModule module, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.FieldDefinition => true,
            HandleKind.MemberReference => module.Reader.GetMemberReference((MemberReferenceHandle)handle).GetKind()
                == MemberReferenceKind.Field,
            _ => false,
        };

    private bool IsRead(WalkedModule module, IReadOnlyList<Instruction> instructions, int load, FieldId field) =>
        natures.Of(field) switch
        {
            FieldNature.Immutable => true,
            FieldNature.ImmutableElements => FindConsumer(module.Reader, instructions, load) is var (consumer, isReceiver)
                && OnlyReads(module, instructions[consumer], isReceiver),
            _ => false,
        };

    /// <summary>Follows the loaded value to the instruction that takes it from the stack; null where a branch comes between.</summary>
    private static (int Index, bool IsReceiver)? FindConsumer(MetadataReader reader, IReadOnlyList<Instruction> instructions, int load)
    {
        var above = 0;
        for (var i = load + 1; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (OpCode.IsBranch(instruction.Code) || OpCode.EndsFlow(instruction.Code) || instruction.Code == OpCode.Switch)
            {
                return null;
            }

            var popped = StackEffect.PoppedBy(instruction, reader);
            if (popped > above)
            {
                return (i, popped == above + 1);
            }

            above += StackEffect.Of(instruction, reader);
        }

        return null;
    }

    private bool OnlyReads(WalkedModule module, Instruction consumer, bool isReceiver)
    {
        if (consumer.Code is 0x8E or >= 0x90 and <= 0x9A or 0xA3)
        {
            return isReceiver;
        }

        if (consumer.Code is not (OpCode.Call or OpCode.CallVirtual) || DeclarationOf(module, consumer.Entity) is not { } member)
        {
            return false;
        }

        var name = module.Reader.GetString(member.Name);
        return resolver.ResolveType(module, member.Parent) is { Walked: null, Package: null } type
            && (FrameworkTypes.OnlyReadsArguments(type.FullName, name) || (isReceiver && FrameworkTypes.OnlyReads(type.FullName, name)));
    }

    private static MemberReference? DeclarationOf(WalkedModule module, EntityHandle method) =>
        method.Kind switch
        {
            HandleKind.MethodSpecification => DeclarationOf(
                module,
                module.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method
            ),
            HandleKind.MemberReference => module.Reader.GetMemberReference((MemberReferenceHandle)method),
            _ => null,
        };
}
