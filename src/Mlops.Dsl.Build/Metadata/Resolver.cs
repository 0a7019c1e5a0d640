using System.Reflection.Metadata;

namespace Mlops.Dsl.Build.Metadata;

/// <summary>Where a type reference leads.</summary>
/// <param name="Walked">The definition, if it is in a walked module.</param>
/// <param name="Package">The assembly, if it counts as a whole.</param>
/// <param name="FullName">The type's full name.</param>
/// <param name="Unknown">The assembly's name, if nobody told where it is.</param>
internal readonly record struct TypeTarget(TypeId? Walked, PackageModule? Package, string FullName, string? Unknown = null);

/// <summary>Finds the definitions that references name.</summary>
internal sealed class Resolver(ModuleSet modules)
{
    private readonly Dictionary<(WalkedModule, EntityHandle), TypeTarget> _types = [];
    private readonly Dictionary<MethodId, string> _methodTexts = [];
    private readonly Dictionary<TypeId, string?> _typeKeys = [];
    private readonly Dictionary<(WalkedModule, MemberReferenceHandle), IReadOnlyList<MethodId>> _methods = [];
    private readonly Dictionary<(WalkedModule, MemberReferenceHandle), FieldId?> _fields = [];

    public ModuleSet Modules => modules;

    /// <summary>The key of a type that a person named; null for one that the compiler made up.</summary>
    public string? KeyOf(TypeId type)
    {
        if (!_typeKeys.TryGetValue(type, out var key))
        {
            _typeKeys[type] = key = CompilerNames.IsMadeUp(type) ? null : type.Module.KeyOf(type.Handle);
        }

        return key;
    }

    /// <summary>A method's name and signature.</summary>
    public string TextOf(MethodId method)
    {
        if (!_methodTexts.TryGetValue(method, out var text))
        {
            _methodTexts[method] = text =
                $"{method.Name} {SignatureText.Text(method.Definition.DecodeSignature(SignatureText.Instance, null))}";
        }

        return text;
    }

    public TypeTarget Resolve(WalkedModule module, TypeReferenceHandle handle)
    {
        if (!_types.TryGetValue((module, handle), out var target))
        {
            _types[(module, handle)] = target = Find(module.Reader.AssemblyName(handle) ?? module.Name, module.Reader.FullName(handle));
        }

        return target;
    }

    /// <summary>Resolves a type token; the type of a generic instance is its definition, that of an array or pointer its element.</summary>
    public TypeTarget? ResolveType(WalkedModule module, EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeDefinition => new(
                new TypeId(module, (TypeDefinitionHandle)handle),
                null,
                module.Reader.FullName((TypeDefinitionHandle)handle)
            ),
            HandleKind.TypeReference => Resolve(module, (TypeReferenceHandle)handle),
            HandleKind.TypeSpecification => ElementOf(module, (TypeSpecificationHandle)handle) is { IsNil: false } element
                ? ResolveType(module, element)
                : null,
            _ => null,
        };

    /// <summary>The walked methods that a token may mean: one, or, where no signature matches, all of that name.</summary>
    public IReadOnlyList<MethodId> ResolveMethods(WalkedModule module, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                return [new(module, (MethodDefinitionHandle)handle)];
            case HandleKind.MethodSpecification:
                return ResolveMethods(module, module.Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MemberReference:
                var key = (module, (MemberReferenceHandle)handle);
                return _methods.TryGetValue(key, out var known)
                    ? known
                    : _methods[key] = FindMethods(module, module.Reader.GetMemberReference(key.Item2));
            default:
                return [];
        }
    }

    /// <summary>The walked field that a token means; null for another assembly's.</summary>
    public FieldId? ResolveField(WalkedModule module, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            return new(module, (FieldDefinitionHandle)handle);
        }

        var key = (module, (MemberReferenceHandle)handle);
        return _fields.TryGetValue(key, out var known)
            ? known
            : _fields[key] = FindField(module, module.Reader.GetMemberReference(key.Item2));
    }

    private List<MethodId> FindMethods(WalkedModule module, MemberReference reference)
    {
        if (reference.Parent.Kind == HandleKind.MethodDefinition)
        {
            return [new(module, (MethodDefinitionHandle)reference.Parent)];
        }

        if (ResolveType(module, reference.Parent)?.Walked is not { } type)
        {
            return [];
        }

        var name = module.Reader.GetString(reference.Name);
        var signature = SignatureText.Text(reference.DecodeMethodSignature(SignatureText.Instance, null));
        var sameName = new List<MethodId>();
        for (TypeId? current = type; current is { } declaring; current = BaseOf(declaring)?.Walked)
        {
            foreach (var handle in declaring.Definition.GetMethods())
            {
                var method = new MethodId(declaring.Module, handle);
                if (!declaring.Module.Reader.StringComparer.Equals(method.Definition.Name, name))
                {
                    continue;
                }

                if (SignatureText.Text(method.Definition.DecodeSignature(SignatureText.Instance, null)) == signature)
                {
                    return [method];
                }

                sameName.Add(method);
            }
        }

        return sameName;
    }

    private FieldId? FindField(WalkedModule module, MemberReference reference)
    {
        var name = module.Reader.GetString(reference.Name);
        for (var current = ResolveType(module, reference.Parent)?.Walked; current is { } declaring; current = BaseOf(declaring)?.Walked)
        {
            foreach (var handle in declaring.Definition.GetFields())
            {
                if (declaring.Module.Reader.StringComparer.Equals(declaring.Module.Reader.GetFieldDefinition(handle).Name, name))
                {
                    return new(declaring.Module, handle);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Finds a walked type by a name such as <c>Ns.Outer+Inner, Assembly</c>; without an assembly, in the module that says it.
    /// </summary>
    public TypeId? FindByName(WalkedModule module, string name)
    {
        var generic = name.IndexOf('[', StringComparison.Ordinal);
        var parts = (generic < 0 ? name : name[..generic]).Split(',', StringSplitOptions.TrimEntries);
        return Find(parts.Length > 1 ? parts[1] : module.Name, parts[0]).Walked;
    }

    /// <summary>Finds a walked type whose full name is the text, or what stands before a comma or bracket in it.</summary>
    public TypeId? FindNamedInText(WalkedModule module, string text)
    {
        var end = text.AsSpan().IndexOfAny(',', '[');
        var name = (end < 0 ? text : text[..end]).Trim();
        foreach (var candidate in modules.Walked.Prepend(module))
        {
            if (candidate.TryFindType(name, out var handle))
            {
                return new(candidate, handle);
            }
        }

        return null;
    }

    public TypeTarget? BaseOf(TypeId type) => type.Definition.BaseType.IsNil ? null : ResolveType(type.Module, type.Definition.BaseType);

    public IEnumerable<TypeTarget> InterfacesOf(TypeId type)
    {
        foreach (var handle in type.Definition.GetInterfaceImplementations())
        {
            if (ResolveType(type.Module, type.Module.Reader.GetInterfaceImplementation(handle).Interface) is { } target)
            {
                yield return target;
            }
        }
    }

    private TypeTarget Find(string assembly, string fullName)
    {
        if (modules.FindWalked(assembly) is { } module)
        {
            return module.TryFindType(fullName, out var handle)
                ? new(new TypeId(module, handle), null, fullName)
                : FindForwarded(module, fullName);
        }

        return modules.FindPackage(assembly) is { } package ? new(null, package, fullName)
            : modules.IsFramework(assembly) ? new(null, null, fullName)
            : new(null, null, fullName, assembly);
    }

    private TypeTarget FindForwarded(WalkedModule module, string fullName)
    {
        var reader = module.Reader;
        var outermost = fullName.Split('+')[0];
        foreach (var handle in reader.ExportedTypes)
        {
            var exported = reader.GetExportedType(handle);
            if (
                exported.Implementation.Kind == HandleKind.AssemblyReference
                && outermost == $"{reader.GetString(exported.Namespace)}.{reader.GetString(exported.Name)}".TrimStart('.')
            )
            {
                return Find(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)exported.Implementation).Name), fullName);
            }
        }

        return new(null, null, fullName, module.Name);
    }

    private static EntityHandle ElementOf(WalkedModule module, TypeSpecificationHandle handle)
    {
        var blob = module.Reader.GetBlobReader(module.Reader.GetTypeSpecification(handle).Signature);
        while (blob.RemainingBytes > 0)
        {
            switch (blob.ReadSignatureTypeCode())
            {
                case SignatureTypeCode.TypeHandle:
                    return blob.ReadTypeHandle();
                case SignatureTypeCode.GenericTypeInstance:
                case SignatureTypeCode.SZArray:
                case SignatureTypeCode.Array:
                case SignatureTypeCode.Pointer:
                case SignatureTypeCode.ByReference:
                    continue;
                default:
                    return default;
            }
        }

        return default;
    }
}
