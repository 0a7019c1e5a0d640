using System.Collections.Immutable;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Parts;

/// <summary>
/// The state of writing one part: its bytes so far, what it reaches, and the compiler's made-up definitions that it holds.
/// </summary>
/// <remarks>
/// A made-up definition (a closure, a lambda's method, a state machine, …) is written as its ordinal in the order in which the part
/// mentions them, and its content follows later. Equal bytes therefore mean equal graphs, whatever the compiler called the nodes.
/// </remarks>
internal sealed class PartScope(WalkedModule module, Resolver resolver, StateUse state) : SignatureText
{
    private readonly Dictionary<EntityHandle, int> _ordinals = [];
    private readonly Queue<EntityHandle> _pending = new();
    private readonly Dictionary<string, TypeId> _named = new(StringComparer.Ordinal);

    public WalkedModule Module => module;

    public MetadataReader Reader => module.Reader;

    public Resolver Resolver => resolver;

    /// <summary>Tells which instructions may change what others see through a static field.</summary>
    public StateUse State => state;

    public CanonicalWriter Writer { get; } = new();

    public Reach Reach { get; } = new();

    /// <summary>While set, every walked type that is named counts as a whole.</summary>
    public bool NamesWholeTypes { get; set; }

    /// <summary>While set, <c>typeof</c> opens no way to a type's members: the compiler wrote it to compare types.</summary>
    public bool ComparesTypes { get; set; }

    /// <summary>While set, the code is the equality that the compiler writes for a record.</summary>
    public bool IsEquality { get; set; }

    /// <summary>The stand-in for a made-up definition.</summary>
    public string Ordinal(EntityHandle definition)
    {
        if (!_ordinals.TryGetValue(definition, out var ordinal))
        {
            _ordinals[definition] = ordinal = _ordinals.Count;
            _pending.Enqueue(definition);
        }

        return $"#{ordinal}";
    }

    /// <summary>Takes the next made-up definition whose content is still to be written.</summary>
    public bool TryTakePending(out EntityHandle definition) => _pending.TryDequeue(out definition);

    public override string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Name(new TypeTarget(new TypeId(module, handle), null, ""));

    public override string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Name(resolver.Resolve(module, handle));

    public override string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        RecordTypeArguments(typeArguments);
        var name = base.GetGenericInstantiation(genericType, typeArguments);
        if (_named.TryGetValue(genericType, out var type))
        {
            _named[name] = type;
        }

        return name;
    }

    /// <summary>Records the types that stand for type parameters, by the names that were written for them.</summary>
    public void RecordTypeArguments(ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (_named.TryGetValue(name, out var type))
            {
                Reach.TypeArguments.Add(type);
            }
        }
    }

    /// <summary>The name of the type that a token stands for.</summary>
    public string TypeName(EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeDefinition => GetTypeFromDefinition(Reader, (TypeDefinitionHandle)handle, 0),
            HandleKind.TypeReference => GetTypeFromReference(Reader, (TypeReferenceHandle)handle, 0),
            HandleKind.TypeSpecification => GetTypeFromSpecification(Reader, null, (TypeSpecificationHandle)handle, 0),
            HandleKind.ModuleReference => Reader.GetString(Reader.GetModuleReference((ModuleReferenceHandle)handle).Name),
            _ => "",
        };

    /// <summary>The key of a type that a person named.</summary>
    public static string Key(TypeId type) => type.Module.KeyOf(type.Handle);

    private string Name(TypeTarget target)
    {
        if (target.Walked is { } type)
        {
            return Name(type);
        }

        if (target.Package is { } package)
        {
            Reach.Packages.Add(package);
            return $"[{package.Name}]{target.FullName}";
        }

        if (target.Unknown is { } assembly)
        {
            Reach.Warnings.Add(
                $"The assembly {assembly}, which holds {target.FullName}, is not among the references: its content is not in the "
                    + $"fingerprint."
            );
        }

        return target.FullName;
    }

    private string Name(TypeId type)
    {
        if (NamesWholeTypes)
        {
            Reach.WholeTypes.Add(type);
        }

        var key = resolver.KeyOf(type);
        if (key is null && type.Module == module)
        {
            return Ordinal(type.Handle);
        }

        Reach.Types.Add(type);
        key ??= Key(type);
        _named[key] = type;
        return key;
    }
}
