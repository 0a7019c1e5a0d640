using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Makes the part of each definition, once.</summary>
internal sealed class PartFactory(Resolver resolver)
{
    private readonly Dictionary<MethodId, Part> _methods = [];
    private readonly Dictionary<TypeId, Part> _types = [];
    private readonly Dictionary<FieldId, Part> _fields = [];
    private readonly Dictionary<TypeId, Part> _metadata = [];

    /// <summary>Tells which instructions may change what others see through a static field.</summary>
    public StateUse State { get; } = new(resolver, new NatureOfTypes(resolver));

    public Part Of(MethodId method) => GetOrAdd(_methods, method, Create);

    public Part Of(TypeId type) => GetOrAdd(_types, type, Create);

    public Part Of(FieldId field) => GetOrAdd(_fields, field, Create);

    /// <summary>What reflection can see of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLeftOut">Whether a method is no person's.</param>
    public Part MetadataOf(TypeId type, Func<MethodId, bool> isLeftOut) =>
        GetOrAdd(
            _metadata,
            type,
            key =>
                Create(
                    key.Module,
                    $"{PartScope.Key(key)} metadata",
                    $"{DisplayNames.Of(key)} (declaration)",
                    (scope, definitions) => new MetadataWriter(scope, definitions).Write(key, isLeftOut)
                )
        );

    /// <summary>A part with the content that <paramref name="write"/> writes, made-up definitions included.</summary>
    public Part Create(WalkedModule module, string key, string symbol, Action<PartScope, DefinitionWriter> write)
    {
        var scope = ScopeFor(module);
        var definitions = new DefinitionWriter(scope);
        write(scope, definitions);
        new MadeUpWriter(scope, definitions).WritePending();
        return new(key, symbol, scope.Writer.ToHash(), scope.Reach);
    }

    /// <summary>A scope in which names of the module's types are read.</summary>
    public PartScope ScopeFor(WalkedModule module) => new(module, resolver, State);

    private Part Create(MethodId method)
    {
        var symbol = DisplayNames.Of(method);
        var key = CompilerNames.IsMadeUp(method) ? "made up" : $"{PartScope.Key(method.DeclaringType)}::{resolver.TextOf(method)}";
        return Create(
            method.Module,
            key,
            symbol,
            (scope, definitions) =>
            {
                scope.TypeName(method.DeclaringType.Handle);
                definitions.Write(method.Handle);
            }
        );
    }

    private Part Create(FieldId field) =>
        Create(
            field.Module,
            $"{PartScope.Key(field.DeclaringType)}::{field.Name}",
            DisplayNames.Of(field),
            (scope, definitions) =>
            {
                scope.TypeName(field.DeclaringType.Handle);
                definitions.Write(field.Handle);
            }
        );

    private Part Create(TypeId type) =>
        Create(
            type.Module,
            PartScope.Key(type),
            DisplayNames.Of(type),
            (scope, definitions) => new TypeShapeWriter(scope, definitions).Write(type)
        );

    private static Part GetOrAdd<TKey>(Dictionary<TKey, Part> parts, TKey key, Func<TKey, Part> create)
        where TKey : notnull
    {
        if (!parts.TryGetValue(key, out var part))
        {
            parts[key] = part = create(key);
        }

        return part;
    }
}
