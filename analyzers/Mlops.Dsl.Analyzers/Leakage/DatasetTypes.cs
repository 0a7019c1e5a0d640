using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Recognises the language's dataset types.</summary>
internal static class DatasetTypes
{
    /// <summary>Whether a type is the language's generic type of a name, such as <c>Raw</c>.</summary>
    public static bool IsDataset(this ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { Arity: 1 } && type.Name == name && type.IsInLanguage();

    /// <summary>
    /// Whether a type mentions one of the language's generic types, as <c>(TrainSet&lt;T&gt;, TestSet&lt;T&gt;)</c> mentions two.
    /// </summary>
    public static bool Mentions(this ITypeSymbol? type, string name) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType.Mentions(name),
            INamedTypeSymbol named => named.IsDataset(name) || named.TypeArguments.Any(argument => argument.Mentions(name)),
            _ => false,
        };

    /// <summary>Whether a member is declared by a type of the language's.</summary>
    public static bool IsOf(this ISymbol member, string type) =>
        member.ContainingType is { } declaring && declaring.Name == type && declaring.IsInLanguage();
}
