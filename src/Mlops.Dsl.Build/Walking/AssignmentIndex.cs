using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Knows which methods set a static field: another stage's code among them, which may run before.</summary>
internal sealed class AssignmentIndex
{
    private readonly Dictionary<FieldId, List<MethodId>> _assigners = [];

    public AssignmentIndex(Resolver resolver)
    {
        foreach (var module in resolver.Modules.Walked)
        {
            foreach (var handle in module.Reader.MethodDefinitions)
            {
                Scan(new MethodId(module, handle), resolver);
            }
        }
    }

    /// <summary>
    /// The methods that set the field, without the initializers of its type and the program's main method, which count on their own.
    /// </summary>
    public IReadOnlyList<MethodId> AssignersOf(FieldId field) => _assigners.GetValueOrDefault(field, []);

    private void Scan(MethodId method, Resolver resolver)
    {
        if (
            method.Module.Body(method.Handle) is not { } body
            || CompilerNames.IsMadeUp(method)
            || method.Name is ".cctor" or "<Main>$" or "<Main>"
        )
        {
            return;
        }

        foreach (var instruction in Instruction.Decode(body.GetILBytes()!))
        {
            if (
                instruction.Code is OpCode.StoreStaticField or OpCode.LoadStaticFieldAddress
                && resolver.ResolveField(method.Module, instruction.Entity) is { } field
            )
            {
                (_assigners.TryGetValue(field, out var methods) ? methods : _assigners[field] = []).Add(method);
            }
        }
    }
}
