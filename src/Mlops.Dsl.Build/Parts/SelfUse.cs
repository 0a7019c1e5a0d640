using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>
/// Finds where a method hands on the object that it belongs to, so that code which knows the object by another type may look at it.
/// </summary>
internal sealed class SelfUse(PartScope scope)
{
    /// <summary>Notes it where a run of a method's instructions does so.</summary>
    public void Note(MethodDefinition method, StandaloneSignatureHandle locals, byte[] il, IReadOnlyList<Instruction> instructions)
    {
        var self = new TypeId(scope.Module, method.GetDeclaringType());
        var isOwn = !CompilerNames.IsMadeUp(self);
        while (CompilerNames.IsMadeUp(self) && self.Definition.GetDeclaringType() is { IsNil: false } outer)
        {
            self = new(scope.Module, outer);
        }

        var hasSelf = isOwn && !method.Attributes.HasFlag(MethodAttributes.Static);
        var ofSelf = LocalsOf(self, locals);
        for (var i = 0; i < instructions.Count; i++)
        {
            if (LoadsSelf(il, instructions[i], hasSelf, ofSelf) && !StaysWithin(il, instructions, i, ofSelf))
            {
                scope.Reach.Effects |= Effects.HandsItselfOn;
                return;
            }
        }
    }

    private HashSet<int> LocalsOf(TypeId self, StandaloneSignatureHandle locals)
    {
        if (locals.IsNil || !Mentions(locals, self.Handle))
        {
            return [];
        }

        var name = SignatureText.Instance.GetTypeFromDefinition(scope.Reader, self.Handle, 0);
        return
        [
            .. scope
                .Reader.GetStandaloneSignature(locals)
                .DecodeLocalSignature(SignatureText.Instance, null)
                .Index()
                .Where(local => local.Item == name || local.Item.StartsWith(name + "<", StringComparison.Ordinal))
                .Select(local => local.Index),
        ];
    }

    /// <summary>
    /// Whether the bytes of a signature may name a type. Few bodies have a local of their own type, and to read every signature as text
    /// costs more than the rest of the search.
    /// </summary>
    private bool Mentions(StandaloneSignatureHandle locals, TypeDefinitionHandle type)
    {
        var token = new BlobBuilder(4);
        token.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(type));
        return scope.Reader.GetBlobBytes(scope.Reader.GetStandaloneSignature(locals).Signature).AsSpan().IndexOf(token.ToArray()) >= 0;
    }

    /// <summary>Closures and state machines keep the object in a field that the compiler made up.</summary>
    private bool LoadsSelf(byte[] il, Instruction instruction, bool hasSelf, HashSet<int> ofSelf) =>
        instruction.Code switch
        {
            OpCode.LoadArgument0 => hasSelf,
            OpCode.LoadField => IsMadeUp(instruction.Entity) && NameOf(instruction.Entity).EndsWith("__this", StringComparison.Ordinal),
            _ => LocalAccess.TryRead(il, instruction, out var local, out var isRead) && isRead && ofSelf.Contains(local),
        };

    private bool StaysWithin(byte[] il, IReadOnlyList<Instruction> instructions, int load, HashSet<int> ofSelf)
    {
        if (FindConsumer(il, instructions, load) is not var (index, isDeepest))
        {
            return false;
        }

        var consumer = instructions[index];
        return consumer.Code switch
        {
            OpCode.LoadField or OpCode.LoadFieldAddress or OpCode.Pop => true,
            OpCode.StoreField => isDeepest || IsMadeUp(consumer.Entity),
            OpCode.Call or OpCode.CallVirtual => isDeepest && IsOfInstance(consumer.Entity),
            // A delegate knows its target, and calls it.
            OpCode.NewObject => isDeepest && instructions[index - 1].Code is OpCode.LoadFunction or OpCode.LoadVirtualFunction,
            OpCode.Duplicate => instructions[index + 1].Code == OpCode.LoadVirtualFunction,
            _ when OpCode.IsBranch(consumer.Code) => true,
            _ => LocalAccess.TryRead(il, consumer, out var local, out _) && ofSelf.Contains(local),
        };
    }

    /// <summary>
    /// Follows the value to the instruction that takes it from the stack, past branches that only go forward; null where one goes back.
    /// </summary>
    private (int Index, bool IsDeepest)? FindConsumer(byte[] il, IReadOnlyList<Instruction> instructions, int load)
    {
        Dictionary<int, int>? depths = null;
        var above = 0;
        for (var i = load + 1; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            above = depths?.GetValueOrDefault(instruction.Offset, above) ?? above;
            var popped = instruction.Code == OpCode.Return ? above + 1 : StackEffect.PoppedBy(instruction, scope.Reader);
            if (popped > above)
            {
                return (i, popped == above + 1);
            }

            above += StackEffect.Of(instruction, scope.Reader);
            foreach (var target in instruction.Targets(il))
            {
                if (target <= instruction.Offset)
                {
                    return null;
                }

                (depths ??= [])[target] = above;
            }
        }

        return null;
    }

    private bool IsOfInstance(EntityHandle method) =>
        method.Kind switch
        {
            HandleKind.MethodSpecification => IsOfInstance(scope.Reader.GetMethodSpecification((MethodSpecificationHandle)method).Method),
            HandleKind.MethodDefinition => !scope
                .Reader.GetMethodDefinition((MethodDefinitionHandle)method)
                .Attributes.HasFlag(MethodAttributes.Static),
            _ => scope
                .Reader.GetBlobReader(scope.Reader.GetMemberReference((MemberReferenceHandle)method).Signature)
                .ReadSignatureHeader()
                .IsInstance,
        };

    private bool IsMadeUp(EntityHandle field) => scope.Reader.StringComparer.StartsWith(NameHandleOf(field), "<>");

    private string NameOf(EntityHandle field) => scope.Reader.GetString(NameHandleOf(field));

    private StringHandle NameHandleOf(EntityHandle field) =>
        field.Kind == HandleKind.FieldDefinition
            ? scope.Reader.GetFieldDefinition((FieldDefinitionHandle)field).Name
            : scope.Reader.GetMemberReference((MemberReferenceHandle)field).Name;
}
