using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The framework's and the language's types that <c>Codecs</c> has codecs for.</summary>
internal static class BuiltInCodecs
{
    private const string Collections = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";

    private static readonly Dictionary<string, string> Scalars = new(StringComparer.Ordinal)
    {
        ["System.Int128"] = "Int128",
        ["System.UInt128"] = "UInt128",
        ["System.Half"] = "Half",
        ["System.Guid"] = "Guid",
        ["System.Uri"] = "Uri",
        ["System.Version"] = "Version",
        ["System.DateTimeOffset"] = "DateTimeOffset",
        ["System.DateOnly"] = "DateOnly",
        ["System.TimeOnly"] = "TimeOnly",
        ["System.TimeSpan"] = "TimeSpan",
        ["System.Numerics.BigInteger"] = "BigInteger",
        ["System.Numerics.Complex"] = "Complex",
        ["Mlops.Dsl.GateResult"] = "GateResult",
    };

    // Name with arity, then the factory in Codecs, which takes a codec per type argument.
    private static readonly Dictionary<string, string> Generics = new(StringComparer.Ordinal)
    {
        [Collections + "List`1"] = "List",
        [Collections + "IList`1"] = "ListInterface",
        [Collections + "ICollection`1"] = "CollectionInterface",
        [Collections + "IReadOnlyList`1"] = "ReadOnlyList",
        [Collections + "IReadOnlyCollection`1"] = "ReadOnlyCollection",
        [Collections + "IEnumerable`1"] = "Enumerable",
        [Collections + "HashSet`1"] = "HashSet",
        [Collections + "ISet`1"] = "SetInterface",
        [Collections + "IReadOnlySet`1"] = "ReadOnlySet",
        [Collections + "SortedSet`1"] = "SortedSet",
        [Collections + "Dictionary`2"] = "Dictionary",
        [Collections + "IDictionary`2"] = "DictionaryInterface",
        [Collections + "IReadOnlyDictionary`2"] = "ReadOnlyDictionary",
        [Collections + "SortedDictionary`2"] = "SortedDictionary",
        [Collections + "KeyValuePair`2"] = "KeyValuePair",
        [Immutable + "ImmutableArray`1"] = "ImmutableArray",
        [Immutable + "ImmutableList`1"] = "ImmutableList",
        [Immutable + "ImmutableHashSet`1"] = "ImmutableHashSet",
        [Immutable + "ImmutableDictionary`2"] = "ImmutableDictionary",
        [Frozen + "FrozenSet`1"] = "FrozenSet",
        [Frozen + "FrozenDictionary`2"] = "FrozenDictionary",
        ["System.ValueTuple`1"] = "Tuple",
        ["System.Memory`1"] = "Memory",
        ["System.ReadOnlyMemory`1"] = "ReadOnlyMemory",
        ["Mlops.Dsl.Raw`1"] = "Raw",
        ["Mlops.Dsl.Validated`1"] = "Validated",
        ["Mlops.Dsl.TrainSet`1"] = "TrainSet",
        ["Mlops.Dsl.ValidationSet`1"] = "ValidationSet",
        ["Mlops.Dsl.TestSet`1"] = "TestSet",
        ["Mlops.Dsl.Fold`1"] = "Fold",
    };

    /// <summary>The property of <c>Codecs</c> for a type that is not made of others, or null.</summary>
    public static string? Scalar(ITypeSymbol type) => type.SpecialType switch
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
        SpecialType.None when type is INamedTypeSymbol { ContainingType: null, Arity: 0 } named && Scalars.TryGetValue(Name(named), out var scalar) => scalar,
        _ => null,
    };

    /// <summary>What the writer's and reader's methods for the type end in, where they have some.</summary>
    public static string? Method(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "String",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Double => "Double",
        SpecialType.System_Single => "Single",
        SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => "Unmanaged",
        _ => null,
    };

    /// <summary>The factory of <c>Codecs</c> for a generic type, which takes a codec per type argument; or null.</summary>
    public static string? Factory(INamedTypeSymbol type) =>
        type is { ContainingType: null, Arity: 1 or 2 } && Generics.TryGetValue(Name(type), out var factory) ? factory : null;

    /// <summary>The name with namespace and arity, such as <c>System.Memory`1</c>.</summary>
    public static string Name(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
