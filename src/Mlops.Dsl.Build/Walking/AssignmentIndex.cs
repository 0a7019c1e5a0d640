using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Knows which methods of the walked modules assign a field, so that state set elsewhere counts where it is read.</summary>
/// <remarks>An accessor's callers assign through it: <c>Options.Factor = 3</c> in a program's main method is a call of a setter.</remarks>
internal sealed class AssignmentIndex
{
    private readonly Dictionary<FieldId, HashSet<MethodId>> _assigners = [];
    private readonly Dictionary<MethodId, HashSet<MethodId>> _accessorCallers = [];
    private readonly Resolver _resolver;

    public AssignmentIndex(Resolver resolver)
    {
        _resolver = resolver;
        foreach (var module in resolver.Modules.Walked)
        {
            foreach (var handle in module.Reader.MethodDefinitions)
            {
                Scan(new MethodId(module, handle));
            }
        }
    }

    /// <summary>The methods that assign the field, and for accessors among them, who calls these.</summary>
    public IEnumerable<MethodId> AssignersOf(FieldId field) =>
        _assigners.GetValueOrDefault(field, []).SelectMany(assigner => _accessorCallers.GetValueOrDefault(assigner, []).Prepend(assigner));

    private void Scan(MethodId method)
    {
        if (method.Module.Body(method.Handle)?.GetILBytes() is not { } il)
        {
            return;
        }

        foreach (var instruction in Instruction.Decode(il))
        {
            if (instruction.Code is OpCode.StoreStaticField or OpCode.LoadStaticFieldAddress or OpCode.StoreField)
            {
                if (FieldOf(method.Module, instruction.Entity) is { } field && !IsInitializer(method, field))
                {
                    Add(_assigners, field, method);
                }
            }
            else if (instruction.Code is OpCode.Call or OpCode.CallVirtual)
            {
                foreach (var accessor in AccessorsOf(method.Module, instruction.Entity))
                {
                    Add(_accessorCallers, accessor, method);
                }
            }
        }
    }

    /// <summary>What a constructor gives the fields of its own type counts with the type.</summary>
    private static bool IsInitializer(MethodId method, FieldId field) =>
        method.Name == (field.Definition.Attributes.HasFlag(FieldAttributes.Static) ? ".cctor" : ".ctor") && method.DeclaringType == field.DeclaringType;

    private FieldId? FieldOf(WalkedModule module, EntityHandle handle) => handle.Kind == HandleKind.FieldDefinition
        ? new FieldId(module, (FieldDefinitionHandle)handle)
        : _resolver.ResolveField(module, module.Reader.GetMemberReference((MemberReferenceHandle)handle));

    private IEnumerable<MethodId> AccessorsOf(WalkedModule module, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodDefinition)
        {
            var method = new MethodId(module, (MethodDefinitionHandle)handle);
            return IsAccessor(method) ? [method] : [];
        }

        if (handle.Kind != HandleKind.MemberReference)
        {
            return [];
        }

        var reference = module.Reader.GetMemberReference((MemberReferenceHandle)handle);
        return IsAccessorName(module.Reader.GetString(reference.Name)) ? _resolver.ResolveMethod(module, reference).Where(IsAccessor) : [];
    }

    private static bool IsAccessor(MethodId method) => method.Definition.Attributes.HasFlag(MethodAttributes.SpecialName) && IsAccessorName(method.Name);

    private static bool IsAccessorName(string name) =>
        name.StartsWith("set_", StringComparison.Ordinal) || name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal);

    private static void Add<TKey>(Dictionary<TKey, HashSet<MethodId>> index, TKey key, MethodId method)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var methods))
        {
            index[key] = methods = [];
        }

        methods.Add(method);
    }
}
