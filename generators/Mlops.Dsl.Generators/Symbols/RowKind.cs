using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>What a type with columns is declared to be.</summary>
internal enum RowKind
{
    /// <summary>None of the others.</summary>
    None = 0,

    /// <summary>Marked <c>[Row]</c>.</summary>
    Row,

    /// <summary>Marked <c>[RowView]</c>, and no row.</summary>
    View,

    /// <summary>Marked <c>[Prediction]</c>, and none of the others.</summary>
    Prediction,
}

/// <summary>Tells what types with columns are declared to be. Of several attributes the first counts; a rule tells the user.</summary>
internal static class RowKinds
{
    private static readonly string[] Attributes = ["Row", "RowView", "Prediction"];

    /// <summary>What a type is declared to be.</summary>
    public static RowKind Of(ITypeSymbol type) =>
        type is not INamedTypeSymbol ? RowKind.None
        : type.Find(Attributes[0]) is not null ? RowKind.Row
        : type.Find(Attributes[1]) is not null ? RowKind.View
        : type.Find(Attributes[2]) is not null ? RowKind.Prediction
        : RowKind.None;

    /// <summary>The name of the attribute of a kind, without <c>Attribute</c>.</summary>
    public static string Attribute(this RowKind kind) => Attributes[(int)kind - 1];

    /// <summary>The other attribute of a type that is marked as two kinds; null if it is not.</summary>
    public static string? FindSecond(INamedTypeSymbol type, RowKind kind) =>
        Attributes.FirstOrDefault(name => name != kind.Attribute() && type.Find(name) is not null);
}
