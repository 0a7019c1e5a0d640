using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Walking;

/// <summary>
/// The module initializers of an assembly, in the order in which they run, without those that register pipelines and services.
/// </summary>
internal static class ModuleInitializer
{
    public static Part? PartOf(WalkedModule module, PartFactory parts)
    {
        if (!module.TryFindType("<Module>", out var type))
        {
            return null;
        }

        var constructor = module
            .Reader.GetTypeDefinition(type)
            .GetMethods()
            .FirstOrDefault(handle => module.Reader.StringComparer.Equals(module.Reader.GetMethodDefinition(handle).Name, ".cctor"));
        if (constructor.IsNil || module.Body(constructor) is not { } body)
        {
            return null;
        }

        var il = body.GetILBytes()!;
        List<Instruction> instructions = [.. Instruction.Decode(il).Where(instruction => !IsRegistration(module, instruction))];
        return instructions.TrueForAll(instruction => instruction.Kind == OperandKind.None)
            ? null
            : parts.Create(
                module,
                $"[{module.Name}]<Module>::.cctor",
                $"module initializers of {module.Name}",
                (_, definitions) => definitions.Bodies.Write(il, instructions)
            );
    }

    private static bool IsRegistration(WalkedModule module, Instruction instruction) =>
        instruction.Code == OpCode.Call
        && instruction.Entity.Kind == HandleKind.MethodDefinition
        && GeneratedCode.IsRegistration(new MethodId(module, (MethodDefinitionHandle)instruction.Entity).DeclaringType.FullName);
}
