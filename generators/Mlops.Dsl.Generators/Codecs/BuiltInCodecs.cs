using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The framework's and the language's types that <c>Codecs</c> has codecs for.</summary>
internal static class BuiltInCodecs
{
    // By name, then the namespace and the property of Codecs.
    private static readonly Dictionary<string, (string Namespace, string Codec)> Scalars = new(StringComparer.Ordinal)
    {
        ["Int128"] = ("System", "Int128"),
        ["UInt128"] = ("System", "UInt128"),
        ["Half"] = ("System", "Half"),
        ["Guid"] = ("System", "Guid"),
        ["Uri"] = ("System", "Uri"),
        ["Version"] = ("System", "Version"),
        ["DateTimeOffset"] = ("System", "DateTimeOffset"),
        ["DateOnly"] = ("System", "DateOnly"),
        ["TimeOnly"] = ("System", "TimeOnly"),
        ["TimeSpan"] = ("System", "TimeSpan"),
        ["BigInteger"] = ("System.Numerics", "BigInteger"),
        ["Complex"] = ("System.Numerics", "Complex"),
        ["GateResult"] = ("Mlops.Dsl", "GateResult"),
    };

    // By name with arity, then the namespace and the method of Codecs, which takes a codec per type argument.
    private static readonly Dictionary<string, (string Namespace, string Codec)> Generics = new(StringComparer.Ordinal)
    {
        ["List`1"] = ("System.Collections.Generic", "List"),
        ["IList`1"] = ("System.Collections.Generic", "ListInterface"),
        ["ICollection`1"] = ("System.Collections.Generic", "CollectionInterface"),
        ["IReadOnlyList`1"] = ("System.Collections.Generic", "ReadOnlyList"),
        ["IReadOnlyCollection`1"] = ("System.Collections.Generic", "ReadOnlyCollection"),
        ["IEnumerable`1"] = ("System.Collections.Generic", "Enumerable"),
        ["HashSet`1"] = ("System.Collections.Generic", "HashSet"),
        ["ISet`1"] = ("System.Collections.Generic", "SetInterface"),
        ["IReadOnlySet`1"] = ("System.Collections.Generic", "ReadOnlySet"),
        ["SortedSet`1"] = ("System.Collections.Generic", "SortedSet"),
        ["Dictionary`2"] = ("System.Collections.Generic", "Dictionary"),
        ["IDictionary`2"] = ("System.Collections.Generic", "DictionaryInterface"),
        ["IReadOnlyDictionary`2"] = ("System.Collections.Generic", "ReadOnlyDictionary"),
        ["SortedDictionary`2"] = ("System.Collections.Generic", "SortedDictionary"),
        ["KeyValuePair`2"] = ("System.Collections.Generic", "KeyValuePair"),
        ["ImmutableArray`1"] = ("System.Collections.Immutable", "ImmutableArray"),
        ["ImmutableList`1"] = ("System.Collections.Immutable", "ImmutableList"),
        ["ImmutableHashSet`1"] = ("System.Collections.Immutable", "ImmutableHashSet"),
        ["ImmutableDictionary`2"] = ("System.Collections.Immutable", "ImmutableDictionary"),
        ["FrozenSet`1"] = ("System.Collections.Frozen", "FrozenSet"),
        ["FrozenDictionary`2"] = ("System.Collections.Frozen", "FrozenDictionary"),
        ["ValueTuple`1"] = ("System", "Tuple"),
        ["Memory`1"] = ("System", "Memory"),
        ["ReadOnlyMemory`1"] = ("System", "ReadOnlyMemory"),
        ["Raw`1"] = ("Mlops.Dsl", "Raw"),
        ["Validated`1"] = ("Mlops.Dsl", "Validated"),
        ["TrainSet`1"] = ("Mlops.Dsl", "TrainSet"),
        ["ValidationSet`1"] = ("Mlops.Dsl", "ValidationSet"),
        ["TestSet`1"] = ("Mlops.Dsl", "TestSet"),
        ["Fold`1"] = ("Mlops.Dsl", "Fold"),
        ["Served`2"] = ("Mlops.Dsl", "Served"),
    };

    /// <summary>The property of <c>Codecs</c> for a type that is not made of others, or null.</summary>
    public static string? Scalar(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String => "String",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_Char => "Char",
            SpecialType.System_SByte => "SByte",
            SpecialType.System_Byte => "Byte",
            SpecialType.System_Int16 => "Int16",
            SpecialType.System_UInt16 => "UInt16",
            SpecialType.System_Int32 => "Int32",
            SpecialType.System_UInt32 => "UInt32",
            SpecialType.System_Int64 => "Int64",
            SpecialType.System_UInt64 => "UInt64",
            SpecialType.System_Single => "Single",
            SpecialType.System_Double => "Double",
            SpecialType.System_Decimal => "Decimal",
            SpecialType.System_DateTime => "DateTime",
            SpecialType.None when type is INamedTypeSymbol { ContainingType: null, Arity: 0 } named => Find(Scalars, named),
            _ => null,
        };

    /// <summary>What the writer's and reader's methods for the type end in, where they have some.</summary>
    public static string? Method(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String => "String",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_Double => "Double",
            SpecialType.System_Single => "Single",
            SpecialType.System_Char
            or SpecialType.System_SByte
            or SpecialType.System_Byte
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int64
            or SpecialType.System_UInt64 => "Unmanaged",
            _ => null,
        };

    /// <summary>The factory of <c>Codecs</c> for a generic type, which takes a codec per type argument; or null.</summary>
    public static string? Factory(INamedTypeSymbol type) => type is { ContainingType: null, Arity: 1 or 2 } ? Find(Generics, type) : null;

    /// <summary>
    /// Whether a namespace has a name, compared without writing the namespace's own: this is asked of every type at every keystroke.
    /// </summary>
    public static bool IsNamespace(INamespaceSymbol? space, string name)
    {
        var end = name.Length;
        while (space is { IsGlobalNamespace: false })
        {
            var start = end - space.Name.Length;
            if (
                start < 0
                || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0
                || (start > 0 && name[start - 1] != '.')
            )
            {
                return false;
            }

            end = start - 1;
            space = space.ContainingNamespace;
        }

        return end == -1;
    }

    private static string? Find(Dictionary<string, (string Namespace, string Codec)> table, INamedTypeSymbol type) =>
        table.TryGetValue(type.MetadataName, out var known) && IsNamespace(type.ContainingNamespace, known.Namespace) ? known.Codec : null;
}
