using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>Knows which methods of the walked modules set a field or fill the collection in it, so that state set elsewhere counts where it is read.</summary>
/// <remarks>
/// The value may come from one call further up. <c>Options.Factor = 3</c> is a call of a setter, whose callers count wherever they are; callers
/// of other methods that set a field count if they belong to the program's set-up: what its main method calls.
/// </remarks>
internal sealed class AssignmentIndex
{
    private readonly Dictionary<FieldId, HashSet<MethodId>> _assigners = [];
    private readonly Dictionary<MethodId, HashSet<MethodId>> _callers = [];
    private readonly Resolver _resolver;

    public AssignmentIndex(Resolver resolver, IReadOnlySet<MethodId> setUp)
    {
        _resolver = resolver;
        MethodId[] methods = [.. resolver.Modules.Walked.SelectMany(module => module.Reader.MethodDefinitions.Select(handle => new MethodId(module, handle)))];
        foreach (var method in methods)
        {
            ScanFields(method);
        }

        var takeArguments = _assigners.Values.SelectMany(assigners => assigners).Where(assigner => assigner.Definition.GetParameters().Count > 0).ToHashSet();
        foreach (var method in methods)
        {
            ScanCalls(method, takeArguments, setUp.Contains(method));
        }
    }

    /// <summary>The methods that set the field, and those that tell them to what.</summary>
    public IEnumerable<MethodId> AssignersOf(FieldId field) =>
        _assigners.GetValueOrDefault(field, []).SelectMany(assigner => _callers.GetValueOrDefault(assigner, []).Prepend(assigner));

    private void ScanFields(MethodId method)
    {
        var instructions = Decode(method);
        for (var i = 0; i < instructions.Count; i++)
        {
            var code = instructions[i].Code;
            if (code is not (OpCode.StoreStaticField or OpCode.LoadStaticFieldAddress or OpCode.StoreField or OpCode.LoadStaticField)
                || FieldOf(method.Module, instructions[i].Entity) is not { } field || IsInitializer(method, field))
            {
                continue;
            }

            if (code != OpCode.LoadStaticField || SharedCollection.IsChanged(method.Module.Reader, instructions, i))
            {
                Add(_assigners, field, method);
            }
        }
    }

    private void ScanCalls(MethodId method, HashSet<MethodId> assigners, bool isSetUp)
    {
        foreach (var instruction in Decode(method))
        {
            if (instruction.Code is OpCode.Call or OpCode.CallVirtual or OpCode.LoadFunction)
            {
                foreach (var assigner in MethodsOf(method.Module, instruction.Entity).Where(callee => assigners.Contains(callee) && (isSetUp || IsAccessor(callee))))
                {
                    Add(_callers, assigner, method);
                }
            }
        }
    }

    private static List<Instruction> Decode(MethodId method) => method.Module.Body(method.Handle)?.GetILBytes() is { } il ? Instruction.Decode(il) : [];

    /// <summary>What a constructor gives the fields of its own type counts with the type.</summary>
    private static bool IsInitializer(MethodId method, FieldId field) =>
        method.Name == (field.Definition.Attributes.HasFlag(FieldAttributes.Static) ? ".cctor" : ".ctor") && method.DeclaringType == field.DeclaringType;

    private static bool IsAccessor(MethodId method) => method.Definition.Attributes.HasFlag(MethodAttributes.SpecialName);

    private FieldId? FieldOf(WalkedModule module, EntityHandle handle) => handle.Kind == HandleKind.FieldDefinition
        ? new FieldId(module, (FieldDefinitionHandle)handle)
        : _resolver.ResolveField(module, module.Reader.GetMemberReference((MemberReferenceHandle)handle));

    private IEnumerable<MethodId> MethodsOf(WalkedModule module, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MethodDefinition => [new(module, (MethodDefinitionHandle)handle)],
        HandleKind.MethodSpecification => MethodsOf(module, module.Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        HandleKind.MemberReference => _resolver.ResolveMethod(module, module.Reader.GetMemberReference((MemberReferenceHandle)handle)),
        _ => [],
    };

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
