namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Compares C# types of values: what converts without loss is a wider type (C# 10.2.3, less the conversions that round).</summary>
internal static class TypeRelation
{
    private static readonly Dictionary<string, string[]> WiderTypes = new(StringComparer.Ordinal)
    {
        ["sbyte"] = ["short", "int", "long", "Int128", "Half", "float", "double", "decimal"],
        ["byte"] = ["short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128", "Half", "float", "double", "decimal"],
        ["short"] = ["int", "long", "Int128", "float", "double", "decimal"],
        ["ushort"] = ["int", "uint", "long", "ulong", "Int128", "UInt128", "float", "double", "decimal"],
        ["int"] = ["long", "Int128", "double", "decimal"],
        ["uint"] = ["long", "ulong", "Int128", "UInt128", "double", "decimal"],
        ["long"] = ["Int128", "decimal"],
        ["ulong"] = ["Int128", "UInt128", "decimal"],
        ["Half"] = ["float", "double"],
        ["float"] = ["double"],
    };

    /// <summary>Compares two types, both without question marks.</summary>
    public static Relation Of(string before, string after) =>
        before == after ? Relation.Same
        : IsWider(after, before) ? Relation.Wider
        : IsWider(before, after) ? Relation.Narrower
        : Relation.Other;

    private static bool IsWider(string wide, string narrow) => WiderTypes.TryGetValue(narrow, out var types) && types.Contains(wide);
}
