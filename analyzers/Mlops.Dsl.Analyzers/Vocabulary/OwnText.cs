using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>
/// Types that make their text themselves, by an override of <c>ToString</c> or a record's <c>PrintMembers</c>: what those do not read is
/// not told.
/// </summary>
internal static class OwnText
{
    /// <summary>
    /// Whether the text of a type may tell one of its members for which a condition holds; of a type that does not make it itself, it does.
    /// </summary>
    public static bool Tells(ITypeSymbol? type, Func<ISymbol, bool> isSought) =>
        Names(type) is not { } names || type!.GetMembers().Any(member => isSought(member) && names.Contains(member.Name));

    /// <summary>The names that the text is made of; null if the type does not make it itself.</summary>
    public static HashSet<string>? Names(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || !named.Locations.Any(static location => location.IsInSource))
        {
            return null;
        }

        var makers = named
            .GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method =>
                method
                    is { IsImplicitlyDeclared: false, Name: "PrintMembers" }
                        or { IsImplicitlyDeclared: false, IsOverride: true, Name: "ToString", Parameters.Length: 0 }
            )
            .ToList();
        return makers.Count == 0 ? null : new(makers.SelectMany(Identifiers), StringComparer.Ordinal);
    }

    // The text of the whole object, or of what the base makes, is not known.
    private static IEnumerable<string> Identifiers(IMethodSymbol maker) =>
        maker
            .DeclaringSyntaxReferences.SelectMany(static reference =>
                reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            )
            .Select(static name => name.Identifier.ValueText);
}
