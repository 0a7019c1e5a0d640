using System.Collections.Immutable;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>The code of a program's main method: that of its state machine, where it is asynchronous.</summary>
/// <param name="Method">The method that holds the code.</param>
/// <param name="StateMachine">The state machine, if there is one.</param>
/// <param name="Il">The code's bytes.</param>
/// <param name="Instructions">The code.</param>
/// <param name="Regions">Its exception handlers.</param>
/// <param name="LocalSignature">The types of its local variables.</param>
internal sealed record ProgramBody(
    MethodId Method,
    TypeId? StateMachine,
    byte[] Il,
    IReadOnlyList<Instruction> Instructions,
    ImmutableArray<ExceptionRegion> Regions,
    StandaloneSignatureHandle LocalSignature
)
{
    private const string AsyncStateMachine = "System.Runtime.CompilerServices.AsyncStateMachineAttribute";

    /// <summary>Reads the code that runs when the program starts; null if the module has no main method.</summary>
    public static ProgramBody? Find(WalkedModule module)
    {
        if (module.EntryPoint is { IsNil: true })
        {
            return null;
        }

        var main = new MethodId(module, module.EntryPoint);
        var started = AwaitedBy(main) ?? main;
        return StateMachineOf(started) is { } machine && MoveNextOf(machine) is { } move ? Read(move, machine) : Read(started, null);
    }

    private static ProgramBody? Read(MethodId method, TypeId? machine) =>
        method.Module.Body(method.Handle) is { } body
            ? new(method, machine, body.GetILBytes()!, Instruction.Decode(body.GetILBytes()!), body.ExceptionRegions, body.LocalSignature)
            : null;

    /// <summary>The asynchronous main method that the compiler's synchronous one waits for.</summary>
    private static MethodId? AwaitedBy(MethodId main)
    {
        if (main.Name != "<Main>" || main.Module.Body(main.Handle)?.GetILBytes() is not { } il)
        {
            return null;
        }

        return Instruction
            .Decode(il)
            .Where(instruction => instruction.Code == OpCode.Call && instruction.Entity.Kind == HandleKind.MethodDefinition)
            .Select(instruction => (MethodId?)new MethodId(main.Module, (MethodDefinitionHandle)instruction.Entity))
            .FirstOrDefault();
    }

    private static TypeId? StateMachineOf(MethodId method)
    {
        var reader = method.Module.Reader;
        foreach (var attribute in method.Definition.GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (method.Module.AttributeTypeName(attribute) == AsyncStateMachine)
            {
                var value = reader.GetBlobReader(attribute.Value);
                value.ReadUInt16(); // ECMA-335 II.23.3: the prolog
                return method.Module.TryFindType(value.ReadSerializedString() ?? "", out var type) ? new TypeId(method.Module, type) : null;
            }
        }

        return null;
    }

    private static MethodId? MoveNextOf(TypeId machine) =>
        machine
            .Definition.GetMethods()
            .Select(handle => (MethodId?)new MethodId(machine.Module, handle))
            .FirstOrDefault(method => method!.Value.Name == "MoveNext");
}
