using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes instructions with names in place of tokens, which differ from build to build.</summary>
internal sealed class BodyWriter(PartScope scope, MemberWriter members)
{
    /// <summary>Writes a whole body.</summary>
    /// <returns>Its code, and the instructions in it, for whoever asks more of them.</returns>
    public (byte[] Il, IReadOnlyList<Instruction> Instructions) Write(MethodBodyBlock body)
    {
        WriteLocals(body);
        scope.Writer.Write(body.ExceptionRegions.Length);
        foreach (var region in body.ExceptionRegions)
        {
            scope.Writer.Write((int)region.Kind);
            scope.Writer.Write(region.TryOffset);
            scope.Writer.Write(region.TryLength);
            scope.Writer.Write(region.HandlerOffset);
            scope.Writer.Write(region.HandlerLength);
            scope.Writer.Write(region.FilterOffset);
            scope.Writer.Write(region.CatchType.IsNil ? "" : scope.TypeName(region.CatchType));
        }

        var il = body.GetILBytes()!;
        var instructions = Instruction.Decode(il);
        Write(il, instructions);
        return (il, instructions);
    }

    public void WriteLocals(MethodBodyBlock body)
    {
        scope.Writer.Write(body.LocalVariablesInitialized);
        if (!body.LocalSignature.IsNil)
        {
            scope.Writer.Write(
                string.Join(';', scope.Reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(scope, null))
            );
        }
    }

    /// <summary>Writes a run of instructions. Branches are relative, so where the run starts does not count.</summary>
    public void Write(byte[] il, IReadOnlyList<Instruction> instructions)
    {
        for (var i = 0; i < instructions.Count; i++)
        {
            Write(il, instructions, i);
        }
    }

    /// <summary>Writes one instruction of a run.</summary>
    public void Write(byte[] il, IReadOnlyList<Instruction> instructions, int index)
    {
        var instruction = instructions[index];
        switch (instruction.Kind)
        {
            case OperandKind.String:
                scope.Writer.Write((int)instruction.Code);
                var text = scope.Reader.GetUserString(MetadataTokens.UserStringHandle(instruction.Token));
                scope.Writer.Write(text);
                if (scope.Resolver.FindNamedInText(scope.Module, text) is { } type)
                {
                    scope.Reach.TypesInText.Add(type);
                }

                break;
            case OperandKind.Token:
                scope.Writer.Write((int)instruction.Code);
                WriteToken(instructions, index);
                if (scope.State.Of(scope.Module, instructions, index) is { } field && !CompilerNames.IsMadeUp(field))
                {
                    scope.Reach.StateUses.Add(field);
                }

                break;
            default:
                scope.Writer.WriteRaw(il.AsSpan(instruction.Offset..instruction.End));
                break;
        }
    }

    private void WriteToken(IReadOnlyList<Instruction> instructions, int index)
    {
        var instruction = instructions[index];
        var handle = instruction.Entity;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                scope.NamesWholeTypes =
                    instruction.Code == OpCode.LoadToken && !scope.ComparesTypes && !IsOnlyIdentified(instructions, index);
                scope.Writer.Write(scope.TypeName(handle));
                scope.NamesWholeTypes = false;
                break;
            case HandleKind.FieldDefinition:
                members.WriteField(handle);
                break;
            case HandleKind.MemberReference
                when scope.Reader.GetMemberReference((MemberReferenceHandle)handle).GetKind() == MemberReferenceKind.Field:
                members.WriteField(handle);
                break;
            case HandleKind.StandaloneSignature:
                scope.Writer.Write(
                    SignatureText.Text(
                        scope.Reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(scope, null)
                    )
                );
                break;
            default:
                members.WriteMethod(handle, IsDispatched(instructions, index));
                if (LooksUpComputedName(instructions, index))
                {
                    scope.Reach.Effects |= Effects.EnumeratesTypes;
                }

                break;
        }
    }

    /// <summary>Whether a type is looked up by a name that the program puts together, so that it may be any.</summary>
    private bool LooksUpComputedName(IReadOnlyList<Instruction> instructions, int index)
    {
        if (instructions[index].Code != OpCode.Call || instructions[index].Entity is not { Kind: HandleKind.MemberReference } handle)
        {
            return false;
        }

        var member = scope.Reader.GetMemberReference((MemberReferenceHandle)handle);
        if (
            !scope.Reader.StringComparer.Equals(member.Name, "GetType")
            || scope.Resolver.ResolveType(scope.Module, member.Parent)?.FullName != "System.Type"
        )
        {
            return false;
        }

        var argument = index - 1;
        while (argument > 0 && instructions[argument].Code is >= 0x15 and <= 0x20)
        {
            argument--;
        }

        return argument < 0 || instructions[argument].Code != OpCode.LoadString;
    }

    private static bool IsDispatched(IReadOnlyList<Instruction> instructions, int index) =>
        instructions[index].Code is OpCode.CallVirtual or OpCode.LoadVirtualFunction or OpCode.LoadToken
        || (index > 0 && instructions[index - 1].Code == OpCode.Constrained);

    /// <summary>Whether a <c>typeof</c> serves only to name the type or to find its assembly, and so opens no way to its members.</summary>
    private bool IsOnlyIdentified(IReadOnlyList<Instruction> instructions, int index)
    {
        if (
            index + 2 >= instructions.Count
            || instructions[index + 1].Code != OpCode.Call
            || instructions[index + 2].Code is not (OpCode.Call or OpCode.CallVirtual)
        )
        {
            return false;
        }

        return instructions[index + 2].Entity is { Kind: HandleKind.MemberReference } handle
            && scope.Reader.GetString(scope.Reader.GetMemberReference((MemberReferenceHandle)handle).Name)
                is "op_Equality"
                    or "op_Inequality"
                    or "get_Assembly"
                    or "get_Name"
                    or "get_FullName"
                    or "get_Namespace";
    }
}
