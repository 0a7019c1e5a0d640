using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Tells whether a collection, array or ambient value that was just loaded from a static field is changed in place.</summary>
internal static class SharedCollection
{
    // GetOrAdd and its like memoize: what they add, the caller computed.
    private static readonly string[] Mutators = ["set_", "Add", "TryAdd", "Insert", "Push", "Enqueue", "Remove", "TryRemove", "Clear", "Sort", "Reverse", "UnionWith", "ExceptWith", "IntersectWith", "Set"];

    /// <summary>Follows the loaded value to the instruction that takes it from the stack.</summary>
    /// <param name="reader">The module's metadata.</param>
    /// <param name="instructions">The method's instructions.</param>
    /// <param name="load">The index of the instruction that loads the field.</param>
    public static bool IsChanged(MetadataReader reader, List<Instruction> instructions, int load)
    {
        var depth = 1;
        for (var i = load + 1; i < instructions.Count && depth > 0; i++)
        {
            var instruction = instructions[i];
            var effect = StackEffect.Of(instruction, reader);
            if (instruction.Code is OpCode.Call or OpCode.CallVirtual or OpCode.NewObject)
            {
                var returns = StackEffect.PushedBy(instruction, reader);
                if (depth + effect - returns < 1)
                {
                    return IsMutator(reader, instruction.Entity);
                }
            }
            else if (IsElementStore(instruction.Code) && depth + effect < 1)
            {
                return true;
            }
            else if (instruction.Code == OpCode.LoadElementAddress && depth == 2)
            {
                return true;
            }

            depth += effect;
        }

        return false;
    }

    private static bool IsElementStore(ushort code) => code is >= 0x9B and <= 0xA2 or 0xA4;

    private static bool IsMutator(MetadataReader reader, EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodSpecification)
        {
            method = reader.GetMethodSpecification((MethodSpecificationHandle)method).Method;
        }

        return method.Kind == HandleKind.MemberReference
            && reader.GetString(reader.GetMemberReference((MemberReferenceHandle)method).Name) is var name
            && Array.Exists(Mutators, mutator => name.StartsWith(mutator, StringComparison.Ordinal));
    }
}
