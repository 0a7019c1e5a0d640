using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Recognises types that show what lies in an array, and change it.</summary>
internal static class Views
{
    /// <summary>Whether a type is one of a view.</summary>
    public static bool Are(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "Memory" or "ArraySegment", ContainingNamespace.Name: "System" };
}
