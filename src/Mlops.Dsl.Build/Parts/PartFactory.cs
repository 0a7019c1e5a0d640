using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Makes the part of each definition, once.</summary>
internal sealed class PartFactory(Resolver resolver)
{
    private readonly Dictionary<MethodId, Part> _methods = [];
    private readonly Dictionary<TypeId, Part> _types = [];
    private readonly Dictionary<FieldId, Part> _fields = [];

    public Part Of(MethodId method) => GetOrAdd(_methods, method, Create);

    public Part Of(TypeId type) => GetOrAdd(_types, type, Create);

    public Part Of(FieldId field) => GetOrAdd(_fields, field, Create);

    /// <summary>A part with the content that <paramref name="write"/> writes, made-up definitions included.</summary>
    public Part Create(WalkedModule module, string key, string symbol, Action<PartScope, DefinitionWriter> write)
    {
        var scope = new PartScope(module, resolver);
        var definitions = new DefinitionWriter(scope);
        write(scope, definitions);
        new MadeUpWriter(scope, definitions).WritePending();
        return new(key, symbol, scope.Writer.ToHash(), scope.Reach);
    }

    private Part Create(MethodId method)
    {
        var symbol = DisplayNames.Of(method);
        var key = CompilerNames.IsMadeUp(method) ? "made up" : $"{PartScope.Key(method.DeclaringType)}::{resolver.TextOf(method)}";
        return Create(method.Module, key, symbol, (scope, definitions) =>
        {
            scope.TypeName(method.DeclaringType.Handle);
            definitions.Write(method.Handle);
        });
    }

    private Part Create(FieldId field) =>
        Create(field.Module, $"{PartScope.Key(field.DeclaringType)}::{field.Name}", DisplayNames.Of(field), (scope, definitions) =>
        {
            scope.TypeName(field.DeclaringType.Handle);
            definitions.Write(field.Handle);
        });

    private Part Create(TypeId type) =>
        Create(type.Module, PartScope.Key(type), DisplayNames.Of(type), (scope, definitions) => new TypeShapeWriter(scope, definitions).Write(type));

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
