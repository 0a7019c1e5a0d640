using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Infrastructure;

internal static class SymbolExtensions
{
    /// <summary>Whether a symbol is a known one; nothing is an unknown one.</summary>
    public static bool Is(this ISymbol? symbol, ISymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(symbol, known);

    /// <summary>The first attribute of a type on a symbol.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, INamedTypeSymbol? attribute)
    {
        foreach (var candidate in symbol.GetAttributes())
        {
            if (candidate.AttributeClass.Is(attribute))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>All attributes of a type on a symbol.</summary>
    public static IEnumerable<AttributeData> FindAttributes(this ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().Where(a => a.AttributeClass.Is(attribute));

    /// <summary>A symbol's name in its declaration.</summary>
    public static Location? NameLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(l => l.IsInSource);

    /// <summary>The type and those that contain it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainingTypes(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>The type and those that it derives from, but for <c>object</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The type's declarations in source.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Declarations(this INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>();

    /// <summary>The type as a reader writes it.</summary>
    public static string Display(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The type, without the question mark of a nullable value type.</summary>
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>Names as a sentence lists them, in quotation marks: <c>'A', 'B' and 'C'</c>.</summary>
    public static string Quoted(this IEnumerable<string> names) => Joined(names, " and ");

    /// <summary>Names as a sentence offers them, in quotation marks: <c>'A', 'B' or 'C'</c>.</summary>
    public static string Alternatives(this IEnumerable<string> names) => Joined(names, " or ");

    private static string Joined(IEnumerable<string> names, string last)
    {
        var all = names.Select(n => $"'{n}'").ToImmutableArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Length - 1)) + last + all[all.Length - 1];
    }
}
