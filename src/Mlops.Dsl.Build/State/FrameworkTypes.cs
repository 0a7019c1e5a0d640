using Kind = Mlops.Dsl.Build.State.NatureOfTypes.Kind;

namespace Mlops.Dsl.Build.State;

/// <summary>Knows which of the framework's types never change, and which members of its collections only read.</summary>
internal static class FrameworkTypes
{
    private static readonly HashSet<string> Immutable = new(StringComparer.Ordinal)
    {
        "System.DateTime",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Guid",
        "System.Decimal",
        "System.Half",
        "System.Int128",
        "System.UInt128",
        "System.Index",
        "System.Range",
        "System.Version",
        "System.Uri",
        "System.Type",
        "System.StringComparison",
        "System.DayOfWeek",
        "System.Numerics.BigInteger",
        "System.Numerics.Complex",
        "System.Text.Rune",
        "System.Text.RegularExpressions.Regex",
        "System.Buffers.SearchValues`1",
    };

    private static readonly HashSet<string> ImmutableOf = new(StringComparer.Ordinal)
    {
        "System.Nullable`1",
        "System.Collections.Frozen.FrozenDictionary`2",
        "System.Collections.Frozen.FrozenSet`1",
        "System.Collections.Immutable.ImmutableArray`1",
        "System.Collections.Immutable.ImmutableList`1",
        "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableHashSet`1",
        "System.Collections.Immutable.ImmutableSortedDictionary`2",
        "System.Collections.Immutable.ImmutableSortedSet`1",
        "System.Collections.Immutable.ImmutableQueue`1",
        "System.Collections.Immutable.ImmutableStack`1",
    };

    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.SortedList`2",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Generic.Stack`1",
        "System.Collections.Generic.LinkedList`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
    };

    private static readonly HashSet<string> ReadingMembers = new(StringComparer.Ordinal)
    {
        "get_Count",
        "get_Length",
        "get_IsEmpty",
        "get_Item",
        "get_Keys",
        "ContainsKey",
        "ContainsValue",
        "Contains",
        "TryGetValue",
        "IndexOf",
        "LastIndexOf",
        "BinarySearch",
        "GetEnumerator",
        "ToArray",
        "TryPeek",
        "Peek",
        "get_Min",
        "get_Max",
        "ToString",
        "GetHashCode",
        "SetEquals",
        "IsSubsetOf",
        "IsSupersetOf",
        "Overlaps",
    };

    public static Kind NatureOf(string type) =>
        Immutable.Contains(type) || IsValueTuple(type, exactly: true) ? Kind.Immutable
        : ImmutableOf.Contains(type) || IsValueTuple(type, exactly: false) ? Kind.ImmutableIfArgumentsAre
        : Collections.Contains(type) ? Kind.ImmutableElementsIfArgumentsAre
        : Kind.Mutable;

    /// <summary>
    /// Whether a call of a collection's member changes nothing and hands out nothing that could be changed, given elements that never
    /// change.
    /// </summary>
    public static bool OnlyReads(string type, string member) => Collections.Contains(type) && ReadingMembers.Contains(member);

    /// <summary>Whether a framework method only reads the collections that it is given.</summary>
    public static bool OnlyReadsArguments(string type, string member) =>
        type switch
        {
            // These may return their argument itself.
            "System.Linq.Enumerable" => member is not ("AsEnumerable" or "Cast" or "OfType"),
            "System.String" => member is "Join" or "Concat" or "Format",
            "System.Console" => member is "Write" or "WriteLine",
            "System.Text.Json.JsonSerializer" => member.StartsWith("Serialize", StringComparison.Ordinal),
            _ => false,
        };

    private static bool IsValueTuple(string type, bool exactly) =>
        exactly ? type == "System.ValueTuple" : type.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
}
